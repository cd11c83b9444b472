import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import type { Proposal, ProposalList, Refreshed } from '#schema/contracts/proposals.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { codeOf, openEvaluatedWorld, recorded } from '#workers/modules/scoring/scoring.fixtures.ts';
import type { EvaluatedWorld } from '#workers/modules/scoring/scoring.fixtures.ts';
import { proposalPageQuery } from './proposals.repository.ts';
import { sweepProposals } from './usecases/sweep-proposals.ts';

let opened: EvaluatedWorld;
let signer: TestClient;
let drafter: TestClient;
beforeAll(async () => {
  opened = await openEvaluatedWorld();
  signer = await opened.world.as('signer');
  drafter = await opened.world.as('drafter');
}, 60_000);
afterAll(() => opened.world.close());

const complaint = (on: string, quantity = 1) => ({
  fact: 'complaints',
  on,
  content: { kind: 'event', quantity },
  reason: '来电投诉',
});
const list = async (client: TestClient, query = ''): Promise<ProposalList> => {
  const answer = await client(`/api/proposals?campaign=${opened.campaignId}${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ProposalList>();
};
const only = async (query = ''): Promise<Proposal> => {
  const [row] = (await list(opened.checker, query)).rows;
  if (row === undefined) throw new Error('nothing is proposed');
  return row;
};
const refresh = async (client: TestClient, json: Record<string, unknown> = {}) =>
  client('/api/proposals/refresh', { json: { campaignId: opened.campaignId, ...json } });
const decide = (client: TestClient, of: Proposal, json: unknown) =>
  opened.act(client, `/api/proposals/${of.id}/decision`, of, json);
const sweep = () => sweepProposals(opened.world.site.database);
let first: ScoreFactRecord;

describe('a rule that fires', () => {
  it('proposes once the facts are there, without anybody asking', async () => {
    await recorded(opened, opened.reviewer, complaint('2026-06-03'));
    first = await recorded(opened, opened.reviewer, complaint('2026-06-12'));
    await opened.world.app.work.sweep('dong');
    expect((await list(opened.checker)).rows).toEqual([]);
    await recorded(opened, opened.reviewer, complaint('2026-06-25'));
    await opened.world.app.work.sweep('dong');
    expect(await list(opened.checker)).toMatchObject({
      counts: { proposed: 1, accepted: 0, declined: 0, lapsed: 0 },
      rows: [
        {
          rule: 'complaints',
          organizationName: '东区第一医院',
          reason: { zh: '同一月内3次，达到3次' },
          measure: '约谈',
          post: '行风办核稿岗',
          state: 'proposed',
          holds: true,
          mayDecide: true,
        },
      ],
    });
  });

  it('finds the same thing once, by whatever way and however often it is looked at', async () => {
    const before = await only();
    await sweep();
    await refresh(opened.checker, { organizationId: opened.unit('hospital') });
    const all = (await refresh(opened.checker)).json<Refreshed>();
    expect(all).toEqual({ checked: 3, raised: 0, lapsed: 0 });
    expect(await only()).toEqual(before);
  });

  it('shows the unit nothing, and each reviewer the own range', async () => {
    const { id } = await only();
    for (const client of [opened.clerk, opened.head]) {
      expect((await client(`/api/proposals?campaign=${opened.campaignId}`)).status).toBe(403);
      expect((await client(`/api/proposals/${id}`)).status).toBe(403);
    }
    expect((await list(opened.reviewer)).rows).toMatchObject([{ id, mayDecide: false }]);
    const far = { organizationId: opened.unit('direct-hospital') };
    expect(codeOf(await refresh(opened.reviewer, far))).toBe('proposals.unknown_unit');
    expect((await refresh(opened.reviewer)).status).toBe(403);
  });

  it('is marked when it no longer holds, and kept; there is nothing to decide then', async () => {
    const path = `/api/scoring/facts/${first.id}/withdraw`;
    await opened.act(opened.reviewer, path, first, { reason: '重复登记' });
    await opened.world.app.work.sweep('dong');
    const gone = await only();
    expect(gone).toMatchObject({ holds: false, mayDecide: false, state: 'proposed' });
    const apart = await list(opened.checker, '&state=lapsed');
    expect(apart).toMatchObject({ rows: [{ id: gone.id }], counts: { proposed: 0, lapsed: 1 } });
    expect((await list(opened.checker, '&state=proposed')).rows).toEqual([]);
    const refused = await decide(opened.checker, gone, { accepts: true, measure: 'talk' });
    expect([refused.status, codeOf(refused)]).toEqual([410, 'proposals.lapsed']);
    await recorded(opened, opened.reviewer, complaint('2026-06-26', 2));
    await opened.world.app.work.sweep('dong');
    expect(await only()).toMatchObject({ id: gone.id, holds: true });
  });
});

describe('the decision', () => {
  it('is that of the post the rule names, and of no other', async () => {
    const proposal = await only();
    for (const client of [drafter, signer, opened.reviewer]) {
      const answer = await decide(client, proposal, { accepts: true, measure: 'talk' });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'proposals.other_post']);
    }
  });

  it('declines with a reason only, once, and stays as it was decided', async () => {
    const proposal = await only();
    const muted = await decide(opened.checker, proposal, { accepts: false });
    expect([muted.status, codeOf(muted)]).toEqual([422, 'proposals.reason_needed']);
    const json = { accepts: false, reason: '已在整改期内，暂不约谈' };
    const stale = await decide(opened.checker, { ...proposal, version: 1 }, json);
    expect(stale.status).toBe(412);
    expect((await decide(opened.checker, proposal, json)).json<Proposal>()).toMatchObject({
      state: 'declined',
      decision: { byPost: '行风办核稿岗', standsIn: false, reason: '已在整改期内，暂不约谈' },
    });
    const again = await decide(opened.checker, await only(), { accepts: true, measure: 'talk' });
    expect([again.status, codeOf(again)]).toEqual([409, 'proposals.already_decided']);
    await recorded(opened, opened.reviewer, complaint('2026-06-27'));
    await opened.world.app.work.sweep('dong');
    expect((await list(opened.checker)).rows).toMatchObject([{ state: 'declined' }]);
  });

  it('is left to the head in charge where nobody bears the post, and says so', async () => {
    opened.world.clock.tick(1000);
    const ratio = { kind: 'ratio', numerator: 80, denominator: 100 };
    for (const on of ['2026-05-31', '2026-06-30']) {
      await recorded(opened, opened.reviewer, { fact: 'answered', on, content: ratio });
    }
    await opened.world.app.work.sweep('dong');
    const proposal = await only('&rule=falling');
    expect(proposal.mayDecide).toBe(false);
    const json = { accepts: true, measure: 'remind' };
    const decided = (await decide(signer, proposal, json)).json<Proposal>();
    expect(decided).toMatchObject({
      state: 'accepted',
      decision: { byPost: '分管领导', standsIn: true, measure: 'remind' },
    });
  });

  it('is followed by what people did, with its day and basis, once', async () => {
    const proposal = await only('&state=accepted');
    const take = (of: Proposal, on: string) =>
      opened.act(signer, `/api/proposals/${of.id}/measure`, of, { on, basis: '行风办会议纪要' });
    expect(codeOf(await take(proposal, '2026-06-30'))).toBe('proposals.wrong_day');
    const taken = (await take(proposal, '2026-07-01')).json<Proposal>();
    expect(taken.taken).toMatchObject({ on: '2026-07-01', byPost: '分管领导' });
    expect(codeOf(await take(taken, '2026-07-01'))).toBe('proposals.already_taken');
    const declined = await only('&state=declined');
    const path = `/api/proposals/${declined.id}/measure`;
    const json = { on: '2026-07-01', basis: '会议决定' };
    const refused = await opened.act(opened.checker, path, declined, json);
    expect(codeOf(refused)).toBe('proposals.not_accepted');
  });

  it('leaves its trace in the audit, each act under its own name', async () => {
    const rows = await opened.world.site.database.db.select().from(auditEntries);
    const actions = rows.map(({ body }) => String(body).match(/"action":"(proposal[^"]+)"/)?.[1]);
    for (const action of ['raise', 'lapse', 'decide', 'take', 'sweep']) {
      expect(actions).toContain(`proposal.${action}`);
    }
  });
});

describe('the list', () => {
  it('is paged and filtered by state, unit and rule', async () => {
    const page = await list(opened.checker, '&limit=1');
    expect(page.rows).toMatchObject([{ rule: 'falling' }]);
    const rest = await list(opened.checker, `&limit=1&cursor=${page.next}`);
    expect(rest.rows).toMatchObject([{ rule: 'complaints' }]);
    expect(rest.next).toBeUndefined();
    const none = `&organization=${opened.unit('second-hospital')}`;
    expect((await list(opened.checker, none)).rows).toEqual([]);
  });

  it('never reads the whole table', async () => {
    const { db } = opened.world.site.database;
    const campaignId = opened.campaignId;
    const reach = { organizationId: 'org_a', relation: 'supervision' as const, path: 'org_a/' };
    const all = { campaignId, range: { everything: true as const } };
    const filters = [
      all,
      { ...all, state: 'proposed' as const },
      { ...all, state: 'lapsed' as const },
      { ...all, organizationId: 'org_a' },
      { ...all, rule: 'complaints' },
      { ...all, state: 'proposed' as const, rule: 'complaints', organizationId: 'org_a' },
      { campaignId, range: { everything: false as const, reaches: [reach] } },
    ];
    for (const filter of filters) {
      for (const after of [undefined, 'prp_z']) {
        const query = proposalPageQuery(db, filter, { after, limit: 21 });
        const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
        const steps = plan.map(({ detail }) => detail).join('; ');
        expect(steps).toMatch(/^SEARCH proposals USING INDEX/);
        expect(steps).not.toMatch(/SCAN|TEMP B-TREE/);
      }
    }
  });
});

describe('the sweep', () => {
  it('goes through all units once a day, and is over until the next', async () => {
    expect(await sweep()).toEqual({ checked: 0, raised: 0, lapsed: 0 });
    opened.world.clock.tick(24 * 3_600_000);
    expect(await sweep()).toMatchObject({ checked: 3, raised: 0 });
    expect(await sweep()).toMatchObject({ checked: 0 });
  });
});
