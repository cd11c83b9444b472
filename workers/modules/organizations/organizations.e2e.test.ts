import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '#schema/contracts/identity.ts';
import type { Organization, OrganizationDetail } from '#schema/contracts/organizations.ts';
import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { readOrganizationBook } from './organizations.repository.ts';
import { giveGrants } from './usecases/give-grants.ts';
import { importOrganizations } from './usecases/import-organizations.ts';
import { recusePerson } from './usecases/recuse-person.ts';
import { refreshPaths } from './usecases/refresh-paths.ts';
import { revokeGrant } from './usecases/revoke-grant.ts';

type List = { items: Organization[]; nextCursor: string | null };

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const unitOf = (key: string) => world.site.units[key] ?? '';
const personOf = (name: string) => world.site.people[name] ?? '';
const newUnit = (key: string, superior?: string) => ({
  key,
  name: `单位${key}`,
  order: 900,
  kind: 'clinic' as const,
  relations: [{ relation: 'supervision' as const, ...(superior ? { superior } : {}) }],
});

describe('the list of units', () => {
  test('stands in official order, page after page', async () => {
    const drafter = await world.as('drafter');
    const first = (await drafter('/api/organizations?limit=2')).json<List>();
    expect(first.items.map(({ name }) => name)).toEqual(['直属中心医院', '东区卫生健康局']);
    const cursor = first.nextCursor ?? '';
    const second = (await drafter(`/api/organizations?limit=2&cursor=${cursor}`)).json<List>();
    expect(second.items.map(({ name }) => name)).toEqual(['东区第一医院', '东区第二医院']);
    expect(second.nextCursor).toBeNull();
  });

  test('is searched and filtered', async () => {
    const drafter = await world.as('drafter');
    const query = `search=${encodeURIComponent('第二')}&kind=hospital`;
    const found = (await drafter(`/api/organizations?${query}`)).json<List>();
    expect(found.items.map(({ name }) => name)).toEqual(['东区第二医院']);
    expect((await drafter('/api/organizations?kind=school')).status).toBe(422);
    expect((await drafter('/api/organizations?cursor=broken')).status).toBe(400);
  });

  test('shows a bureau what it supervises, and not what merely lies in its territory', async () => {
    const reviewer = await world.as('reviewer');
    const { items } = (await reviewer('/api/organizations')).json<List>();
    expect(items.map(({ name }) => name)).toEqual([
      '东区卫生健康局',
      '东区第一医院',
      '东区第二医院',
    ]);
  });

  test('shows a clerk the own hospital alone', async () => {
    const clerk = await world.as('clerk');
    const { items } = (await clerk('/api/organizations')).json<List>();
    expect(items.map(({ name }) => name)).toEqual(['东区第一医院']);
  });

  test('agrees with the permission that is asked unit by unit, whoever looks', async () => {
    const { units } = await readOrganizationBook(world.site.database.db);
    for (const name of ['drafter', 'reviewer', 'clerk', 'other-clerk', 'system-admin'] as const) {
      const { actor } = await createTestContext(world.site, name);
      const client = await world.as(name);
      const { items } = (await client('/api/organizations?limit=200')).json<List>();
      const range = rangeOf(actor, 'organizations.read');
      const allowed = units.filter(({ id, paths }) =>
        isWithin(range, { organizationId: id, paths }),
      );
      expect(items.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
    }
  });
});

describe('one unit', () => {
  test('is shown with its dated facts and relations, and its version', async () => {
    const clerk = await world.as('clerk');
    const answer = await clerk(`/api/organizations/${unitOf('hospital')}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    const unit = answer.json<OrganizationDetail>();
    expect(unit.facts).toEqual([{ key: 'beds', value: 320, from: '2020-01-01', to: null }]);
    expect(unit.relations.map(({ relation }) => relation)).toEqual(['supervision', 'territory']);
    expect(unit.paths.supervision).toBe(`${unitOf('bureau')}/${unitOf('hospital')}/`);
  });

  test('of another hospital is out of a clerk’s range; one that is not there is 404', async () => {
    const clerk = await world.as('clerk');
    const other = await clerk(`/api/organizations/${unitOf('second-hospital')}`);
    expect(other).toMatchObject({ status: 403 });
    expect(other.json().code).toBe('platform.out_of_range');
    const missing = await clerk(`/api/organizations/org_${'0'.repeat(26)}`);
    expect(missing.json().code).toBe('organizations.not_found');
    expect((await clerk('/api/organizations/1')).status).toBe(422);
  });
});

describe('bringing in units', () => {
  test('gives each an id and a path; repeated under the same key it answers the same', async () => {
    const drafter = await world.as('drafter');
    const request = {
      json: { units: [newUnit('north', 'east'), newUnit('east', unitOf('bureau'))] },
      headers: { 'idempotency-key': 'import-0001' },
    };
    const first = await drafter('/api/organizations/import', request);
    expect(first.status).toBe(201);
    const again = await drafter('/api/organizations/import', request);
    expect(again.text).toBe(first.text);
    const [north, east] = first.json<{ units: { id: string }[] }>().units;
    const detail = await drafter(`/api/organizations/${north?.id}`);
    const path = [unitOf('bureau'), east?.id, north?.id].map((id) => `${id}/`).join('');
    expect(detail.json<OrganizationDetail>().paths).toEqual({ supervision: path });
  });

  test('is refused whole for an unknown superior, a circle or a key used twice', async () => {
    const { database } = world.site;
    const attempt = (units: ReturnType<typeof newUnit>[]) =>
      importOrganizations({ context: database, input: { units, actor: testActor } });
    const unknown = attempt([newUnit('a', 'org_missing')]);
    await expect(unknown).rejects.toThrow('organizations.unknown_superior');
    const circle = attempt([newUnit('a', 'b'), newUnit('b', 'a')]);
    await expect(circle).rejects.toThrow('organizations.circle');
    const from = (key: string, superior: string, day: string) => ({
      ...newUnit(key),
      relations: [{ relation: 'supervision' as const, superior, from: day }],
    });
    const later = attempt([from('a', 'b', '2026-10-01'), from('b', 'a', '2026-12-01')]);
    await expect(later).rejects.toThrow('organizations.circle');
    const twice = attempt([newUnit('a'), newUnit('a')]);
    await expect(twice).rejects.toThrow('organizations.duplicate_key');
  });

  test('two at once do not lose one another’s paths', async () => {
    const { database } = world.site;
    const outcomes = await Promise.allSettled(
      ['p', 'q', 'r'].map((key) =>
        importOrganizations({
          context: database,
          input: { units: [newUnit(key, unitOf('bureau'))], actor: testActor },
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const { units } = await readOrganizationBook(database.db);
    expect(units.filter(({ paths }) => paths.supervision === undefined)).toEqual([]);
    expect(await refreshPaths({ context: database })).toBeGreaterThanOrEqual(units.length);
  });
});

describe('grants', () => {
  const grant = (part: object) =>
    giveGrants({
      context: world.site.database,
      input: {
        grants: [{ personId: personOf('system-admin'), role: 'audit-admin', ...part }],
        actor: testActor,
      },
    });

  test('no person is two of the three administrators', async () => {
    await expect(grant({})).rejects.toThrow('organizations.separated_roles');
    await expect(grant({ role: 'security-admin' })).rejects.toThrow(
      'organizations.separated_roles',
    );
    await expect(
      grant({ role: 'hospital-clerk', organizationId: unitOf('hospital') }),
    ).resolves.toHaveLength(1);
  });

  test('nobody who is not there is given a post', async () => {
    const unknown = grant({ personId: 'per_none', role: 'commission-signer' });
    await expect(unknown).rejects.toThrow('identity.unknown_person');
  });

  test('count only from their first day to their last', async () => {
    const [id = ''] = await grant({
      personId: personOf('head'),
      role: 'commission-signer',
      from: '2026-08-01',
      to: '2026-08-31',
    });
    const postsOn = async (day: string) => {
      world.clock.set(`${day}T09:00:00+08:00`);
      const { actor } = await createTestContext(world.site, 'head');
      return actor.grants.map((post) => post.id);
    };
    const before = world.clock.now();
    expect(await postsOn('2026-07-31')).not.toContain(id);
    expect(await postsOn('2026-08-31')).toContain(id);
    expect(await postsOn('2026-09-01')).not.toContain(id);
    world.clock.set(before);
  });

  test('taken away hold no longer: at once for a write, within five seconds for a read', async () => {
    const context = world.site.database;
    const personId = personOf('drafter');
    const client = await world.as('drafter');
    const me = (await client('/api/me')).json<Me>();
    const grantId = me.posts[0]?.grantId ?? '';
    const input = { grantId, reason: '调岗', actor: testActor };
    await revokeGrant({ context, input });
    const write = await client('/api/organizations/import', { json: { units: [newUnit('late')] } });
    expect(write.json().code).toBe('identity.authority_changed');
    const read = await client('/api/organizations');
    expect(read.status).toBe(403);
    await expect(revokeGrant({ context, input })).rejects.toThrow('organizations.grant_not_found');
    const draft = { personId, role: 'commission-drafter' as const };
    await giveGrants({ context, input: { grants: [draft], actor: testActor } });
    world.clock.tick(5_001);
    expect((await client('/api/organizations')).status).toBe(200);
  });

  test('a tie to a unit is known to whoever decides, beside the own unit', async () => {
    const input = {
      personId: personOf('reviewer'),
      organizationId: unitOf('hospital'),
      reason: '三年内曾在该院任职',
      actor: testActor,
    };
    await recusePerson({ context: world.site.database, input });
    const { actor } = await createTestContext(world.site, 'reviewer');
    expect(actor.recusedFrom.toSorted()).toEqual([unitOf('bureau'), unitOf('hospital')].toSorted());
  });
});
