import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemeritRecord, ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { codeOf, openEvaluatedWorld, recorded } from './scoring.fixtures.ts';
import type { EvaluatedWorld } from './scoring.fixtures.ts';

let opened: EvaluatedWorld;
const ascending = (left: number, right: number) => left - right;
beforeAll(async () => {
  opened = await openEvaluatedWorld();
}, 60_000);
afterAll(() => opened.world.close());

const hospital = () => opened.unit('hospital');
const demerit = (changes: Record<string, unknown> = {}) => ({
  campaignId: opened.campaignId,
  organizationId: hospital(),
  ledger: 'conduct',
  on: '2026-06-10',
  tier: 'light',
  reason: '病历书写不规范',
  ...changes,
});
const fact = (changes: Record<string, unknown> = {}) => ({
  campaignId: opened.campaignId,
  organizationId: hospital(),
  fact: 'honours',
  on: '2026-06-20',
  content: { kind: 'event', category: 'own' },
  reason: '获本级通报表扬',
  ...changes,
});
const step = (changes: Record<string, unknown> = {}) => ({
  campaignId: opened.campaignId,
  organizationId: hospital(),
  chain: 'yearly',
  step: 'first',
  result: '合格',
  ...changes,
});

const post = (client: TestClient, path: string, json: unknown, headers = {}): Promise<TestAnswer> =>
  client(`/api/scoring${path}`, { method: 'POST', json, headers });
const both = (answer: TestAnswer) => [answer.status, codeOf(answer)];
const evaluationOf = async (client: TestClient) => {
  const path = `/api/scoring/evaluation?campaign=${opened.campaignId}&organization=${hospital()}`;
  return (await client(path)).json<EvaluationAnswer>();
};

/** What stands in the way of an award of this unit, as the unit itself is told. */
const barred = async () =>
  (await evaluationOf(opened.clerk)).uses
    .filter(({ decision }) => decision === 'award')
    .map(({ use }) => use);

async function keptDemerit(): Promise<DemeritRecord> {
  const answer = await post(opened.reviewer, '/demerits', demerit());
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DemeritRecord>();
}
const alleged = () =>
  recorded(opened, opened.reviewer, {
    fact: 'kickback',
    content: { kind: 'event' },
    reason: '查实收受回扣',
  });

describe('a record that is sent twice', () => {
  it.each([
    ['a demerit', '/demerits', demerit],
    ['a fact', '/facts', fact],
  ])('is %s once for one key, and the key belongs to that record', async (_, path, json) => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const first = await post(opened.reviewer, path, json(), headers);
    const again = await post(opened.reviewer, path, json(), headers);
    expect([first.status, again.text]).toEqual([201, first.text]);
    const other = await post(opened.reviewer, path, json({ reason: '另一件事' }), headers);
    expect(both(other)).toEqual([422, 'platform.idempotency_mismatch']);
  });

  it('is two demerits where it is two incidents', async () => {
    const before = (await evaluationOf(opened.reviewer)).ledgers[0]?.records.length ?? 0;
    await keptDemerit();
    await keptDemerit();
    const { records = [] } = (await evaluationOf(opened.reviewer)).ledgers[0] ?? {};
    expect(records).toHaveLength(before + 2);
  });
});

describe('what is on record', () => {
  it('is withdrawn by who has seen it as it is, once, and with a reason', async () => {
    const kept = await keptDemerit();
    const path = `/demerits/${kept.id}/withdraw`;
    const json = { reason: '复议撤销' };
    const blind = await post(opened.reviewer, path, json);
    expect(both(blind)).toEqual([428, 'platform.precondition_required']);
    const stale = await post(opened.reviewer, path, json, { 'if-match': '"9"' });
    expect(both(stale)).toEqual([412, 'platform.stale_version']);
    const silent = await post(opened.reviewer, path, {}, { 'if-match': '"1"' });
    expect(silent.status).toBe(422);
    const headers = { 'if-match': '"1"', 'idempotency-key': 'withdraw-it-once' };
    const first = await post(opened.reviewer, path, json, headers);
    const again = await post(opened.reviewer, path, json, headers);
    expect([first.status, again.text]).toEqual([200, first.text]);
    expect(first.json<DemeritRecord>()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '复议撤销',
    });
  });

  it('is withdrawn once though two do it at the same moment', async () => {
    const kept = await keptDemerit();
    const path = `/demerits/${kept.id}/withdraw`;
    const answers = await Promise.all(
      [opened.reviewer, opened.checker, opened.reviewer].map((client) =>
        post(client, path, { reason: '复议撤销' }, { 'if-match': '"1"' }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted(ascending);
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).every((status) => status === 409 || status === 412)).toBe(true);
  });

  it('may be taken back before anybody confirmed it, and is then confirmed by nobody', async () => {
    const record = await alleged();
    const path = `/facts/${record.id}`;
    const headers = { 'if-match': '"1"' };
    const withdrawn = await post(
      opened.reviewer,
      `${path}/withdraw`,
      { reason: '登记有误' },
      headers,
    );
    expect(withdrawn.json<ScoreFactRecord>()).toMatchObject({ state: 'withdrawn' });
    const late = await post(opened.checker, `${path}/confirm`, undefined, { 'if-match': '"2"' });
    expect(both(late)).toEqual([409, 'scoring.record_withdrawn']);
    expect(await barred()).toEqual([]);
  });

  it('is confirmed once, by another person of another post, and lifted by a withdrawal', async () => {
    const record = await alleged();
    const confirm = (client: TestClient) =>
      post(client, `/facts/${record.id}/confirm`, undefined, { 'if-match': '"1"' });
    expect(both(await confirm(opened.reviewer))).toEqual([403, 'platform.own_work']);
    for (const client of [opened.clerk, opened.head]) {
      expect((await confirm(client)).status).toBe(403);
    }
    const answers = await Promise.all([confirm(opened.checker), confirm(opened.checker)]);
    const statuses = answers.map(({ status }) => status).toSorted(ascending);
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
    expect(await barred()).toEqual(['no-award']);
    const path = `/facts/${record.id}/withdraw`;
    await post(opened.checker, path, { reason: '复核不成立' }, { 'if-match': '"2"' });
    expect(await barred()).toEqual([]);
  });
});

describe('who may record and assess', () => {
  const refused: readonly CastName[] = [
    'clerk',
    'head',
    'department',
    'other-clerk',
    'system-admin',
    'security-admin',
    'audit-admin',
  ];

  it.each(refused)('is not %s', async (name) => {
    const client = await opened.world.as(name);
    const tries: [string, unknown][] = [
      ['/demerits', demerit()],
      ['/facts', fact()],
      ['/assessments', step()],
    ];
    for (const [path, json] of tries) {
      const { status } = await post(client, path, json);
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });

  it('is a bureau in its own range only', async () => {
    const far = { organizationId: opened.unit('direct-hospital') };
    expect((await post(opened.reviewer, '/demerits', demerit(far))).status).toBe(404);
    expect((await post(opened.reviewer, '/facts', fact(far))).status).toBe(404);
    expect((await post(opened.reviewer, '/assessments', step(far))).status).toBe(404);
  });

  it('is nobody of another tenant, whatever ids it knows', async () => {
    const record = await recorded(opened, opened.checker);
    const kept = await keptDemerit();
    const elsewhere = await opened.world.as('checker', hostOf('xi'));
    const headers = { 'if-match': '"1"' };
    const tries: [string, unknown][] = [
      ['/demerits', demerit()],
      ['/facts', fact()],
      ['/assessments', step()],
      [`/facts/${record.id}/withdraw`, { reason: '撤销' }],
      [`/facts/${record.id}/confirm`, undefined],
      [`/demerits/${kept.id}/withdraw`, { reason: '撤销' }],
    ];
    for (const [path, json] of tries) {
      const { status } = await post(elsewhere, path, json, headers);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
  });
});

describe('what is refused by its own name', () => {
  it.each([
    ['a day to come', { on: '2026-07-02' }, 'scoring.future_day'],
    ['a clause that is not there', { clause: 'nothing' }, 'scoring.unknown_clause'],
    ['a ledger that is not there', { ledger: 'nothing' }, 'scoring.unknown_ledger'],
    ['a ledger of persons', { ledger: 'doctors' }, 'scoring.person_ledger'],
    ['a tier that is not there', { tier: 'nothing' }, 'scoring.unknown_tier'],
  ])('is a demerit with %s', async (_, changes, code) => {
    const answer = await post(opened.checker, '/demerits', demerit(changes));
    expect(codeOf(answer)).toBe(code);
  });

  it('is a step of a chain that the campaign does not have, and an answer to none', async () => {
    const unknown = await post(opened.reviewer, '/assessments', step({ chain: 'nothing' }));
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'scoring.unknown_chain']);
    const json = { campaignId: opened.campaignId, chain: 'yearly', agrees: true };
    const early = await post(opened.head, '/assessments/answers', json);
    expect(codeOf(early)).toBe('scoring.nothing_to_answer');
  });
});
