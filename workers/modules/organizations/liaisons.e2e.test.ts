import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liaisonAskStandsMs } from '#schema/contracts/liaisons.ts';
import type { LiaisonAsked, UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { messages } from '#schema/tables/tenant/reminders.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { disableAccount } from '#workers/modules/identity/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listGrantsOf } from './grants.repository.ts';
import { openTestInvitation } from './invitations.fixtures.ts';
import {
  countWithoutLiaisonQuery,
  keepLiaisonAsk,
  unitsWithoutLiaisonQuery,
} from './liaisons.repository.ts';
import { giveGrants } from './usecases/give-grants.ts';
import { revokeGrant } from './usecases/revoke-grant.ts';

const path = '/api/organizations/without-liaison';
const actor = { kind: 'system' as const, id: 'test' };
let world: TestApp;
beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

const listFor = async (client: TestClient, query = '') =>
  (await client(`${path}${query}`)).json<UnitsWithoutLiaison>();
const namesFor = async (client: TestClient, query = '') =>
  (await listFor(client, query)).items.map(({ name }) => name);

describe('units without a 联络员', () => {
  it('are those where nobody holds the post, in official order with the unit above', async () => {
    const page = await listFor(await world.as('drafter'));
    expect(page.items).toEqual([
      {
        id: world.site.units['second-hospital'],
        name: '东区第二医院',
        kind: 'hospital',
        superior: '东区卫生健康局',
        invitation: null,
        invitedAt: null,
        asked: null,
      },
    ]);
    expect(page.counts).toEqual([{ kind: 'hospital', count: 1 }]);
  });

  it('grow when the post ends, its day is over, or the account is disabled', async () => {
    const drafter = await world.as('drafter');
    const { db } = world.site.database;
    const context = world.site.database;
    const clerk = world.site.people['clerk'] ?? '';
    const other = world.site.people['other-clerk'] ?? '';
    const [grant] = await listGrantsOf(db, [clerk]);
    await revokeGrant({ context, input: { grantId: grant?.id ?? '', reason: '调岗', actor } });
    expect(await namesFor(drafter)).toEqual(['东区第一医院', '东区第二医院']);
    await disableAccount({ context, input: { personId: other, reason: '调离', actor } });
    expect(await namesFor(drafter)).toEqual(['直属中心医院', '东区第一医院', '东区第二医院']);
    expect(await namesFor(drafter, '?kind=bureau')).toEqual([]);
    const page = await listFor(drafter, '?limit=2');
    expect(page.items).toHaveLength(2);
    const rest = `?limit=2&cursor=${encodeURIComponent(page.nextCursor ?? '')}`;
    expect(await namesFor(drafter, rest)).toEqual(['东区第二医院']);
  });

  it('are a bureau’s own only, and say what is being done about each', async () => {
    const { site } = world;
    const context = site.database;
    const other = site.people['other-clerk'] ?? '';
    await disableAccount({ context, input: { personId: other, reason: '调离', actor } });
    await openTestInvitation(site, { organizationId: site.units['second-hospital'] ?? '' });
    const page = await listFor(await world.as('reviewer'));
    expect(page.items.map(({ name, invitation }) => [name, invitation])).toEqual([
      ['东区第二医院', 'asked'],
    ]);
    expect(page.counts).toEqual([{ kind: 'hospital', count: 1 }]);
    expect((await listFor(await world.as('drafter'))).counts).toEqual([
      { kind: 'hospital', count: 2 },
    ]);
  });
});

describe('asking for one', () => {
  const unit = () => world.site.units['second-hospital'] ?? '';
  const ask = async (client: TestClient) =>
    (await client(`${path}/${unit()}/ask`, { method: 'POST', json: {} })).json<LiaisonAsked>();
  const askOf = async (client: TestClient) => (await listFor(client)).items[0]?.asked;

  it('tells the system administrators once, and stands on the list for everybody', async () => {
    const reviewer = await world.as('reviewer');
    const at = world.site.database.clock.now();
    const first = { id: unit(), asked: { at, byPost: '医政科审核岗' } };
    expect(await ask(reviewer)).toEqual(first);
    world.site.database.clock.tick(60_000);
    expect(await ask(await world.as('reviewer'))).toEqual(first);
    expect(await askOf(await world.as('drafter'))).toEqual(first.asked);
    await world.app.work.sweep('dong');
    const told = await world.site.database.db.select().from(messages);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ personId: world.site.people['system-admin'] });
    expect(told[0]?.body.zh).toContain('医政科审核岗提出：东区第二医院没有联络员');
  });

  it('may be done again after a week, and the newest is the one that is shown', async () => {
    const { clock, writer } = world.site.database;
    const reviewer = await world.as('reviewer');
    await ask(reviewer);
    await world.app.work.sweep('dong');
    const aWeekAgo = { askedAt: clock.now() - liaisonAskStandsMs, byPost: '科教科' };
    await commitOrThrow(writer, {
      steps: [keepLiaisonAsk({ organizationId: unit(), askedBy: actor.id, ...aWeekAgo })],
      audit: {
        action: 'liaison.ask',
        actor,
        subjectKind: 'organization',
        subjectId: unit(),
        at: aWeekAgo.askedAt,
        facts: {},
      },
    });
    expect(await askOf(reviewer)).toEqual({ at: aWeekAgo.askedAt, byPost: '科教科' });
    expect((await ask(reviewer)).asked).toEqual({ at: clock.now(), byPost: '医政科审核岗' });
    expect((await askOf(reviewer))?.at).toBe(clock.now());
  });

  it('is answered by an invitation, also by one that came to nothing', async () => {
    const { site } = world;
    const reviewer = await world.as('reviewer');
    await ask(reviewer);
    site.database.clock.tick(1000);
    await openTestInvitation(site, { organizationId: unit(), state: 'withdrawn' });
    expect(await askOf(reviewer)).toBeNull();
    expect((await ask(reviewer)).asked.at).toBe(site.database.clock.now());
  });

  it('is answered by whoever had the post since, and left it', async () => {
    const { site } = world;
    const reviewer = await world.as('reviewer');
    await ask(reviewer);
    site.database.clock.tick(1000);
    const personId = site.people['other-clerk'] ?? '';
    const post = { personId, role: 'hospital-clerk', organizationId: unit() } as const;
    await giveGrants({ context: site.database, input: { grants: [post], actor } });
    const given = await listGrantsOf(site.database.db, [personId]);
    const { id = '' } = given.find(({ organizationId }) => organizationId === unit()) ?? {};
    await revokeGrant({ context: site.database, input: { grantId: id, reason: '调岗', actor } });
    expect(await askOf(reviewer)).toBeNull();
  });

  it('is for whoever urges, and about units in reach only', async () => {
    const own = `${path}/${world.site.units['hospital']}/ask`;
    const outside = `${path}/${world.site.units['direct-hospital']}/ask`;
    const send = async (name: 'clerk' | 'security-admin' | 'reviewer', to: string) =>
      (await (await world.as(name))(to, { method: 'POST', json: {} })).status;
    expect(await send('clerk', own)).toBe(403);
    expect(await send('security-admin', own)).toBe(403);
    expect(await send('reviewer', outside)).toBe(403);
  });
});

describe('how the engine finds them', () => {
  const plan = async (query: { getSQL: () => ReturnType<typeof sql> }) => {
    const rows = await world.site.database.db.all<{ detail: string }>(
      sql`explain query plan ${query.getSQL()}`,
    );
    return rows.map(({ detail }) => detail).join('\n');
  };
  const everything: Range = { everything: true };

  it('walks the open units in order by index and looks each one up, and sorts nothing', async () => {
    const { db } = world.site.database;
    const filter = { range: everything, day: '2026-07-01' };
    const page = { after: [100, 'org_1'] as const, limit: 51 };
    const list = await plan(unitsWithoutLiaisonQuery(db, filter, page));
    expect(list).toMatch(/organizations USING (COVERING )?INDEX ix_organizations_open/);
    expect(list).toContain('SEARCH grants USING INDEX ix_grants_organization');
    expect(list).toContain(
      'SEARCH i USING INDEX ix_invitations_unit (organization_id=? AND state=?)',
    );
    expect(list).toMatch(/SEARCH a USING INDEX sqlite_autoindex_liaison_asks/);
    expect(list).toContain('SEARCH g USING INDEX ix_grants_organization');
    expect(list).not.toMatch(/SCAN (grants|people|i|r|a|g)\b|AUTOMATIC/);
    const count = await plan(countWithoutLiaisonQuery(db, filter));
    expect(count).toMatch(/COVERING INDEX ix_organizations_open/);
    expect(count).not.toMatch(/SCAN (grants|people)|AUTOMATIC/);
  });
});
