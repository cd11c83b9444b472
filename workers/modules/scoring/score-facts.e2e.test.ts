import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreFactList, ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { codeOf, openEvaluatedWorld, recorded } from './scoring.fixtures.ts';
import type { EvaluatedWorld } from './scoring.fixtures.ts';

let opened: EvaluatedWorld;
beforeAll(async () => {
  opened = await openEvaluatedWorld();
}, 60_000);
afterAll(() => opened.world.close());

const listed = async (client: TestClient) => {
  const { campaignId, unit } = opened;
  const path = `/api/scoring/facts?campaign=${campaignId}&organization=${unit('hospital')}`;
  const answer = await client(path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ScoreFactList>();
};
const sheetOf = async (client: TestClient) => {
  const { campaignId, unit } = opened;
  const path = `/api/scoring/sheets/${unit('hospital')}?campaign=${campaignId}`;
  return (await client(path)).json<ScoreSheetAnswer>();
};
const kickback = { fact: 'kickback', content: { kind: 'event' }, reason: '查实收受回扣' };

describe('a bonus', () => {
  it('is offered with what it would do, in the words of the standard', async () => {
    const { recordable, mayRecord } = await listed(opened.reviewer);
    expect(mayRecord).toBe(true);
    expect(recordable.map(({ fact, needsConfirmation }) => [fact, needsConfirmation])).toEqual([
      ['honours', false],
      ['kickback', true],
      ['total:survey', false],
      ['complaints', false],
      ['answered', false],
    ]);
    expect(recordable[0]).toMatchObject({
      kinds: ['event'],
      categories: [
        { key: 'upper', points: '2' },
        { key: 'own', points: '1' },
      ],
      uses: [{ effect: 'add', words: expect.stringContaining('最多加5分'), points: 50_000 }],
    });
  });

  it('enters the sheet apart from the base, once however often the request is sent', async () => {
    const before = (await sheetOf(opened.clerk)).sheet;
    const answer = await opened.record(opened.reviewer, {}, 'honour-once');
    expect(answer.status).toBe(201);
    const again = await opened.record(opened.reviewer, {}, 'honour-once');
    expect(again.json<ScoreFactRecord>().id).toBe(answer.json<ScoreFactRecord>().id);
    const { sheet } = await sheetOf(opened.clerk);
    expect(sheet).toMatchObject({ bonus: 20_000, base: before.base, final: before.final + 20_000 });
    expect(JSON.stringify(sheet.tree)).toContain('获上级通报表扬');
  });

  it('counts no more once it is withdrawn with its reason, and stays on record', async () => {
    const [item] = (await listed(opened.reviewer)).items;
    if (item === undefined) throw new Error('nothing on record');
    const path = `/api/scoring/facts/${item.id}/withdraw`;
    const json = { reason: '表扬已撤销' };
    const stale = await opened.act(opened.checker, path, { version: 7 }, json);
    expect(stale.status).toBe(412);
    const answer = await opened.act(opened.checker, path, item, json);
    expect(answer.json<ScoreFactRecord>()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '表扬已撤销',
    });
    expect((await opened.act(opened.checker, path, { version: 2 }, json)).status).toBe(409);
    expect((await sheetOf(opened.clerk)).sheet.bonus).toBe(0);
    expect((await listed(opened.clerk)).items).toMatchObject([{ state: 'withdrawn' }]);
  });
});

describe('a veto', () => {
  it('waits for another post, and until then counts in nothing and is not told to the unit', async () => {
    const record = await recorded(opened, opened.reviewer, kickback);
    expect(record).toMatchObject({ state: 'unconfirmed', mayConfirm: false });
    expect((await sheetOf(opened.checker)).unconfirmed).toMatchObject([
      { id: record.id, mayConfirm: true },
    ]);
    const own = await sheetOf(opened.clerk);
    expect(own.sheet).toMatchObject({ vetoes: [], grade: { key: 'passed' } });
    expect(JSON.stringify([own, await listed(opened.clerk)])).not.toContain('查实收受回扣');
    const path = `/api/scoring/facts/${record.id}/confirm`;
    const self = await opened.act(opened.reviewer, path, record);
    expect([self.status, codeOf(self)]).toEqual([403, 'platform.own_work']);
  });

  it('caps the grade once another person confirms it, whatever the points', async () => {
    const item = (await listed(opened.checker)).items.find(({ state }) => state === 'unconfirmed');
    if (item === undefined) throw new Error('nothing waits');
    const path = `/api/scoring/facts/${item.id}/confirm`;
    expect((await opened.act(opened.checker, path, { version: 9 })).status).toBe(412);
    const answer = await opened.act(opened.checker, path, item);
    expect(answer.json<ScoreFactRecord>()).toMatchObject({
      state: 'standing',
      confirmedByPost: '行风办核稿岗',
    });
    const { sheet, scorecard } = await sheetOf(opened.clerk);
    expect(scorecard.grades).toContainEqual({ key: 'failed', title: '不合格' });
    expect(sheet).toMatchObject({
      vetoes: [{ key: 'kickback', eventIds: [item.id] }],
      grade: { key: 'failed' },
      gradeBeforeVeto: { key: 'passed' },
    });
    expect((await opened.act(opened.checker, path, { version: 2 })).status).toBe(409);
  });
});

describe('who records, and what', () => {
  it('is nobody of a hospital, nobody out of range, and never on the own unit', async () => {
    expect((await opened.record(opened.clerk)).status).toBe(403);
    const far = { organizationId: opened.unit('direct-hospital') };
    expect((await opened.record(opened.reviewer, far)).status).toBe(404);
    const own = { organizationId: opened.unit('bureau') };
    expect(codeOf(await opened.record(opened.reviewer, own))).toBe('scoring.own_unit');
  });

  it.each([
    ['a fact that no rule reads', { fact: 'weather' }, 'scoring.fact_not_recordable'],
    ['what filings supply', { fact: 'filings' }, 'scoring.fact_not_recordable'],
    ['another category', { content: { kind: 'event', category: 'x' } }, 'scoring.fact_content'],
    ['another kind', { content: { kind: 'flag', met: true } }, 'scoring.fact_content'],
    ['a day to come', { on: '2026-07-02' }, 'scoring.future_day'],
    ['a clause that is not there', { clause: 'nothing' }, 'scoring.unknown_clause'],
  ])('refuses %s', async (_, changes, code) => {
    const answer = await opened.record(opened.checker, changes);
    expect([answer.status, codeOf(answer)]).toEqual([422, code]);
  });

  it('takes one value for a month, and another for the next', async () => {
    const survey = { fact: 'total:survey', content: { kind: 'value', value: '88.5' } };
    expect((await opened.record(opened.checker, survey)).status).toBe(201);
    const again = await opened.record(opened.checker, { ...survey, on: '2026-06-28' });
    expect([again.status, codeOf(again)]).toEqual([409, 'scoring.period_taken']);
    const wide = { ...survey, content: { kind: 'value', value: '101' }, on: '2026-05-28' };
    expect(codeOf(await opened.record(opened.checker, wide))).toBe('scoring.fact_content');
    expect((await opened.record(opened.checker, { ...survey, on: '2026-05-28' })).status).toBe(201);
  });

  it('cites files of the unit or one’s own, which the unit reads once the record stands', async () => {
    const foreign = await uploadScan(opened.clerk, 'foreign');
    const other = { organizationId: opened.unit('second-hospital'), evidenceIds: [foreign] };
    expect(codeOf(await opened.record(opened.checker, other))).toBe('evidence.not_found');
    const evidenceId = await uploadScan(opened.checker, 'proof');
    const record = await recorded(opened, opened.checker, {
      ...kickback,
      organizationId: opened.unit('hospital'),
      evidenceIds: [evidenceId],
    });
    const read = (client: TestClient) => client(`/api/evidence/${evidenceId}/content`);
    expect((await read(opened.reviewer)).status).toBe(200);
    expect((await read(opened.clerk)).status).toBe(404);
    await opened.act(opened.reviewer, `/api/scoring/facts/${record.id}/confirm`, record);
    expect((await read(opened.clerk)).status).toBe(200);
  });
});
