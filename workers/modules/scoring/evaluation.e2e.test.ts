import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemeritRecord } from '#schema/contracts/evaluation-records.ts';
import type {
  ChainView,
  DiscretionAnswer,
  EvaluationAnswer,
  RankingAnswer,
} from '#schema/contracts/evaluation.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { codeOf, openEvaluatedWorld, recorded } from './scoring.fixtures.ts';
import type { EvaluatedWorld } from './scoring.fixtures.ts';

let opened: EvaluatedWorld;
let signer: TestClient;
beforeAll(async () => {
  opened = await openEvaluatedWorld();
  signer = await opened.world.as('signer');
}, 60_000);
afterAll(() => opened.world.close());

const evaluationOf = async (client: TestClient) => {
  const { campaignId, unit } = opened;
  const answer = await client(
    `/api/scoring/evaluation?campaign=${campaignId}&organization=${unit('hospital')}`,
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<EvaluationAnswer>();
};
const chainOf = async (client: TestClient): Promise<ChainView> => {
  const [chain] = (await evaluationOf(client)).chains;
  if (chain === undefined) throw new Error('no chain');
  return chain;
};
const give = (client: TestClient, step: string, changes: Record<string, unknown> = {}) =>
  client('/api/scoring/assessments', {
    json: {
      campaignId: opened.campaignId,
      organizationId: opened.unit('hospital'),
      chain: 'yearly',
      step,
      result: '合格',
      ...changes,
    },
  });
const answer = (client: TestClient, json: Record<string, unknown>) =>
  client('/api/scoring/assessments/answers', {
    json: { campaignId: opened.campaignId, chain: 'yearly', ...json },
  });

describe('several assessors, one after the other', () => {
  it('give their steps in order, each by the post the chain names', async () => {
    expect(codeOf(await give(opened.checker, 'second'))).toBe('scoring.not_next_step');
    expect(codeOf(await give(opened.checker, 'first'))).toBe('scoring.other_assessor');
    const steps = (chain: ChainView) => chain.steps.map(({ mayGive }) => mayGive);
    expect(steps(await chainOf(opened.reviewer))).toEqual([true, false]);
    expect(steps(await chainOf(opened.checker))).toEqual([false, false]);
    expect((await give(opened.reviewer, 'first')).status).toBe(201);
    expect(codeOf(await give(opened.reviewer, 'first'))).toBe('scoring.not_next_step');
    expect(codeOf(await give(opened.reviewer, 'second'))).toBe('scoring.one_step_each');
  });

  it('show the unit nothing before the deciding step is given', async () => {
    expect((await chainOf(opened.clerk)).steps.flatMap(({ given }) => given)).toEqual([]);
    expect((await chainOf(opened.checker)).steps[0]?.given).toMatchObject([
      { result: '合格', post: '医政科审核岗' },
    ]);
    expect(codeOf(await answer(opened.clerk, { agrees: true }))).toBe('scoring.nothing_to_answer');
  });

  it('say why where they differ; the commission gives the step whose post nobody bears', async () => {
    const muted = await give(opened.checker, 'second', { result: '优秀' });
    expect([muted.status, codeOf(muted)]).toEqual([422, 'scoring.reason_needed']);
    const said = { result: '优秀', reason: '补充材料已核实' };
    const given = await give(opened.checker, 'second', said);
    expect(given.json<ChainView>()).toMatchObject({
      state: 'awaiting-confirmation',
      result: '优秀',
      answerBy: '2026-07-08',
    });
  });

  it('hear the objection of the unit, and decide again with the reason', async () => {
    expect((await answer(opened.reviewer, { agrees: true })).status).toBe(403);
    expect(codeOf(await answer(opened.head, { agrees: false }))).toBe('scoring.objection_reason');
    const objection = { agrees: false, reason: '初评依据不足' };
    expect((await answer(opened.head, objection)).json<ChainView>().state).toBe('objected');
    expect(codeOf(await give(opened.checker, 'second', { result: '优秀' }))).toBe(
      'scoring.reason_needed',
    );
    const again = { result: '合格', reason: '异议成立，维持初评' };
    const given = await give(opened.checker, 'second', again);
    expect(given.json<ChainView>()).toMatchObject({ state: 'awaiting-confirmation' });
    expect((await chainOf(opened.head)).mayAnswer).toBe(true);
  });
});

describe('demerits of a unit', () => {
  const demerit = (client: TestClient, changes: Record<string, unknown> = {}) =>
    client('/api/scoring/demerits', {
      json: {
        campaignId: opened.campaignId,
        organizationId: opened.unit('hospital'),
        ledger: 'conduct',
        on: '2026-06-10',
        tier: 'grave',
        reason: '超范围执业',
        ...changes,
      },
    });

  it('add up over the cycle to a band and its consequence, and ask for the penalty', async () => {
    const made = await demerit(opened.reviewer);
    expect(made.status).toBe(201);
    const [ledger, persons] = (await evaluationOf(opened.clerk)).ledgers;
    expect(ledger).toMatchObject({
      cycle: { from: '2026-01-01', to: '2026-12-31' },
      points: 60_000,
      bands: [{ key: 'rectify', consequence: '责令限期整改' }],
      penaltyMissing: [{ entry: made.json<DemeritRecord>().id }],
      mayRecord: false,
    });
    expect(persons?.pending).toMatchObject([{ zh: expect.stringContaining('不出本单位') }]);
  });

  it('refuse a person, a tier that is not there, and a hospital that records on itself', async () => {
    const person = await demerit(opened.checker, { ledger: 'doctors', tier: 'light' });
    expect([person.status, codeOf(person)]).toEqual([422, 'scoring.person_ledger']);
    expect(codeOf(await demerit(opened.checker, { tier: 'x' }))).toBe('scoring.unknown_tier');
    expect(codeOf(await demerit(opened.checker, { ledger: 'x' }))).toBe('scoring.unknown_ledger');
    expect((await demerit(opened.clerk)).status).toBe(403);
  });

  it('count no more once withdrawn, and stay on record', async () => {
    const [ledger] = (await evaluationOf(opened.reviewer)).ledgers;
    const record = ledger?.records[0];
    if (record === undefined) throw new Error('nothing on record');
    const path = `/api/scoring/demerits/${record.id}/withdraw`;
    const json = { reason: '复议撤销' };
    expect((await opened.act(opened.reviewer, path, { version: 5 }, json)).status).toBe(412);
    expect((await opened.act(opened.reviewer, path, record, json)).status).toBe(200);
    const [after] = (await evaluationOf(opened.clerk)).ledgers;
    expect(after).toMatchObject({ points: 0, records: [{ state: 'withdrawn' }] });
    expect(codeOf(await opened.act(opened.reviewer, path, { version: 2 }, json))).toBe(
      'scoring.record_withdrawn',
    );
  });
});

describe('what follows from results', () => {
  it('waits for every source of a combination, then weighs them exactly', async () => {
    const [waiting] = (await evaluationOf(opened.clerk)).combinations;
    expect(waiting).toMatchObject({ complete: false, pending: [{ source: 'survey' }] });
    const content = { kind: 'value', value: '90' };
    await recorded(opened, opened.checker, { fact: 'total:survey', content });
    const [total] = (await evaluationOf(opened.clerk)).combinations;
    expect(total).toMatchObject({ complete: true, final: 945_000 });
    expect(total?.parts[0]?.reason.zh).toContain('占60%');
  });

  it('tells the other decisions of a confirmed veto, from the day of its confirmation', async () => {
    const veto = { fact: 'kickback', content: { kind: 'event' }, on: '2026-05-01' };
    const record = await recorded(opened, opened.reviewer, veto);
    expect((await evaluationOf(opened.clerk)).uses).toEqual([]);
    await opened.act(opened.checker, `/api/scoring/facts/${record.id}/confirm`, record);
    expect((await evaluationOf(opened.clerk)).uses).toMatchObject([
      { use: 'no-award', effect: 'veto', from: '2026-07-01', until: '2027-07-01' },
    ]);
  });

  it('holds a figure against the table of discretion and records nothing', async () => {
    const of = async (amount: string, reason = '') => {
      const query = `table=fines&situation=fees&seriousness=light&amount=${amount}&reason=${reason}`;
      const path = `/api/scoring/discretion?campaign=${opened.campaignId}&${query}`;
      return (await opened.reviewer(path)).json<DiscretionAnswer>();
    };
    expect(await of('2')).toMatchObject({ state: 'no-reason', range: { min: '1', max: '3' } });
    expect((await of('4', '情节轻微')).state).toBe('outside');
    expect((await of('2', '情节轻微')).state).toBe('within');
  });
});

describe('the ranking', () => {
  const path = () => `/api/scoring/rankings?campaign=${opened.campaignId}&ranking=classes`;

  it('is the commission’s own: no bureau, no hospital', async () => {
    for (const client of [opened.clerk, opened.head, signer]) {
      expect((await client(path())).status).toBe(403);
    }
    const bureau = await opened.reviewer(path());
    expect([bureau.status, codeOf(bureau)]).toEqual([403, 'platform.out_of_range']);
  });

  it('places units inside their class, leaves a veto out, and says it is not to be published', async () => {
    const answer = (await opened.checker(path())).json<RankingAnswer>();
    expect(answer.caption.zh).toContain('不得对外公布');
    expect(answer.official).toBe(false);
    expect(answer.classes).toMatchObject([
      { class: 'secondary', places: [], unranked: [{ name: '东区第一医院' }] },
      { class: 'primary', places: [{ name: '东区第二医院', rank: 1, total: 390_000 }] },
    ]);
    expect(answer.outside).toMatchObject([{ name: '直属中心医院' }]);
    expect((await opened.checker(path().replace('classes', 'other'))).status).toBe(404);
    const first = (
      await opened.checker(path().replace('&ranking=classes', ''))
    ).json<RankingAnswer>();
    expect(first.ranking).toBe('classes');
    expect(first.rankings).toEqual([{ key: 'classes', title: '分类排名' }]);
  });
});

describe('a result that the unit is silent on', () => {
  it('counts as confirmed after the days of the standard', async () => {
    opened.world.clock.set('2026-07-09T09:00:00+08:00');
    const cookie = await signInForCookie(opened.world.visitor(), 'head', TEST_PASSWORD);
    const head: TestClient = (path) => opened.world.visitor()(path, { headers: { cookie } });
    expect(await chainOf(head)).toMatchObject({
      state: 'final',
      result: '合格',
      isDeemed: true,
      confirmedOn: '2026-07-09',
    });
  });
});
