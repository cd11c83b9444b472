import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import type { Proposal, ProposalList, Refreshed } from '#schema/contracts/proposals.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { publishEvaluated } from '#workers/modules/scoring/scoring.fixtures.ts';
import { findSweep, listOfUnit } from './proposals.repository.ts';
import { refreshProposals } from './usecases/refresh-proposals.ts';
import { sweepProposals, unitsATick } from './usecases/sweep-proposals.ts';

const further = 45;
let world: TestApp;
let campaignId: string;
let checker: TestClient;
let signer: TestClient;
let added: string[];

beforeAll(async () => {
  world = await createTestApp();
  const units = Array.from({ length: further }, (_, at) => ({
    key: `village-${at}`,
    name: `第${at + 1}乡镇卫生院`,
    order: 200 + at,
    kind: 'hospital' as const,
    level: 'primary' as const,
    ownership: 'public' as const,
    relations: [{ relation: 'supervision' as const }],
  }));
  const context = world.site.database;
  const imported = await importOrganizations({ context, input: { units, actor: testActor } });
  added = imported.units.map(({ id }) => id).toSorted();
  ({ campaignId } = await publishEvaluated(world.site));
  await signIn();
}, 60_000);
afterAll(() => world.close());

/** A session ends with the day; people sign in again the next morning. */
async function signInAs(name: CastName): Promise<TestClient> {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, name, TEST_PASSWORD);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}
async function signIn(): Promise<void> {
  checker = await signInAs('checker');
  signer = await signInAs('signer');
}
async function nextDay(): Promise<void> {
  world.clock.tick(24 * 3_600_000);
  await signIn();
}

const sweep = () => sweepProposals(world.site.database);
const placeOf = () => findSweep(world.site.database.db, campaignId);
const none = { checked: 0, raised: 0, lapsed: 0 };

async function complain(organizationId: string, on: string, quantity = 3) {
  const answer = await checker('/api/scoring/facts', {
    json: {
      campaignId,
      organizationId,
      fact: 'complaints',
      on,
      content: { kind: 'event', quantity },
      reason: '来电投诉',
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<ScoreFactRecord>();
}
const list = async (query = '') =>
  (await checker(`/api/proposals?campaign=${campaignId}${query}`)).json<ProposalList>();
const of = async (organizationId: string): Promise<Proposal> => {
  const [row] = (await list(`&organization=${organizationId}`)).rows;
  if (row === undefined) throw new Error('nothing is proposed');
  return row;
};
const sweepsOnRecord = async () => {
  const { db } = world.site.database;
  const rows = await db
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'proposal.sweep'));
  return rows.length;
};

describe('the look at every unit of a campaign', () => {
  it('takes a part at a tick, goes on where it stopped, and is over for the day', async () => {
    const first = await sweep();
    expect(first.checked).toBe(unitsATick);
    const stopped = await placeOf();
    expect(stopped?.after).not.toBeNull();
    const parts = [first, await sweep(), await sweep()];
    expect(parts.map(({ checked }) => checked)).toEqual([unitsATick, unitsATick, 8]);
    expect(parts.reduce((sum, { checked }) => sum + checked, 0)).toBe(further + 3);
    expect((await placeOf())?.after).toBeNull();
    const before = await sweepsOnRecord();
    expect(await sweep()).toEqual(none);
    expect(await sweepsOnRecord()).toBe(before);
  });

  it('finds what the record of a fact left to it, once, though it is broken off and repeated', async () => {
    const [early, late] = [added[0] ?? '', added.at(-1) ?? ''];
    await complain(early, '2026-06-03');
    await complain(late, '2026-06-04');
    await nextDay();
    const raised: number[] = [];
    for (let part = 0; part < 3; part += 1) raised.push((await sweep()).raised);
    expect(raised.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(await sweep()).toEqual(none);
    await nextDay();
    for (let part = 0; part < 3; part += 1) expect((await sweep()).raised).toBe(0);
    const { db } = world.site.database;
    expect(await listOfUnit(db, { campaignId, organizationId: early })).toHaveLength(1);
    expect(await listOfUnit(db, { campaignId, organizationId: late })).toHaveLength(1);
  });

  it('finds nothing twice where two look at the same moment', async () => {
    const unit = added[5] ?? '';
    await complain(unit, '2026-06-05');
    const { db } = world.site.database;
    const context = await createTestContext(world.site, 'checker');
    const input = { campaignId, organizationId: unit };
    const looks = Array.from({ length: 6 }, () => refreshProposals({ context, input }));
    await Promise.all(looks);
    expect(await listOfUnit(db, input)).toHaveLength(1);
  });

  it('goes part by part for a person too, who is told where to go on', async () => {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const context = await createTestContext(world.site, 'checker');
      const part: Refreshed = await refreshProposals({ context, input: { campaignId, after } });
      seen.push(part.checked);
      after = part.next;
    } while (after !== undefined);
    expect(seen).toEqual([unitsATick, unitsATick, 8]);
  });
});

describe('a proposal', () => {
  const decide = (client: TestClient, proposal: Proposal, json: unknown) =>
    client(`/api/proposals/${proposal.id}/decision`, {
      method: 'POST',
      json,
      headers: { 'if-match': `"${proposal.version}"` },
    });
  const accepts = { accepts: true, measure: 'talk' };

  it('whose ground is gone answers 410 to every decision, and is kept', async () => {
    const unit = added[7] ?? '';
    const fact = await complain(unit, '2026-06-07');
    await refresh(unit);
    expect((await of(unit)).holds).toBe(true);
    const path = `/api/scoring/facts/${fact.id}/withdraw`;
    const headers = { 'if-match': '"1"' };
    const gone = await checker(path, { method: 'POST', json: { reason: '查无此事' }, headers });
    expect(gone.status).toBe(200);
    await refresh(unit);
    const lapsed = await of(unit);
    expect(lapsed).toMatchObject({ holds: false, mayDecide: false });
    for (const json of [accepts, { accepts: false, reason: '不再成立' }]) {
      const refused = await decide(checker, lapsed, json);
      expect([refused.status, refused.json().code]).toEqual([410, 'proposals.lapsed']);
    }
    expect((await list('&state=lapsed')).rows.map(({ id }) => id)).toContain(lapsed.id);
  });

  it('is declined with a reason only: 422 without, 422 for an empty one, and nothing is decided', async () => {
    const unit = added[0] ?? '';
    const proposal = await of(unit);
    for (const json of [{ accepts: false }, { accepts: false, reason: '  ' }]) {
      expect((await decide(checker, proposal, json)).status).toBe(422);
    }
    expect(await of(unit)).toMatchObject({ state: 'proposed', version: proposal.version });
  });

  it('is accepted with a measure that a person chose, and never without', async () => {
    const proposal = await of(added[0] ?? '');
    expect((await decide(checker, proposal, { accepts: true })).status).toBe(422);
    const unknown = await decide(checker, proposal, { accepts: true, measure: 'fine' });
    expect(unknown.status).toBe(422);
    const decided = await decide(checker, proposal, accepts);
    expect(decided.json<Proposal>()).toMatchObject({
      state: 'accepted',
      decision: { measure: 'talk', byPost: '行风办核稿岗' },
    });
  });

  it('is decided once for one key, and by nobody who saw an older one', async () => {
    const proposal = await of(added.at(-1) ?? '');
    const blind = await checker(`/api/proposals/${proposal.id}/decision`, { json: accepts });
    expect([blind.status, blind.json().code]).toEqual([428, 'platform.precondition_required']);
    const stale = await decide(checker, { ...proposal, version: proposal.version + 3 }, accepts);
    expect([stale.status, stale.json().code]).toEqual([412, 'platform.stale_version']);
    const headers = { 'if-match': `"${proposal.version}"`, 'idempotency-key': 'decide-it-once' };
    const path = `/api/proposals/${proposal.id}/decision`;
    const first = await checker(path, { json: accepts, headers });
    const again = await checker(path, { json: accepts, headers });
    expect([first.status, again.text]).toEqual([200, first.text]);
  });

  it('is nothing that a unit may see, decide or have looked at', async () => {
    const { id, version } = await of(added[5] ?? '');
    for (const person of ['clerk', 'head', 'department'] as const) {
      const client = await signInAs(person);
      expect((await client(`/api/proposals?campaign=${campaignId}`)).status).toBe(403);
      expect((await client(`/api/proposals/${id}`)).status).toBe(403);
      const refresh = await client('/api/proposals/refresh', { json: { campaignId } });
      expect(refresh.status).toBe(403);
      const headers = { 'if-match': `"${version}"` };
      const answer = await client(`/api/proposals/${id}/decision`, { json: accepts, headers });
      expect(answer.status).toBe(403);
    }
  });

  it('of a rule that names another post is not decided by the head in charge while one bears it', async () => {
    const refused = await decide(signer, await of(added[5] ?? ''), accepts);
    expect([refused.status, refused.json().code]).toEqual([403, 'proposals.other_post']);
  });
});

async function refresh(organizationId: string): Promise<void> {
  const context = await createTestContext(world.site, 'checker');
  await refreshProposals({ context, input: { campaignId, organizationId } });
}
