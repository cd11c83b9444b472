import { describe, expect, it } from 'vitest';
import type { AlertRule } from '#schema/contracts/campaign/alert-rule.ts';
import type { DiscretionTable } from '#schema/contracts/campaign/discretion-table.ts';
import type { RecordedResult, ResultUse } from '#schema/contracts/campaign/result-use.ts';
import type { ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import { findProposals } from '../alerts.ts';
import { compileScorecard } from '../compile.ts';
import { judgeDiscretion } from '../discretion.ts';
import { usesInForce } from '../result-uses.ts';
import { score } from '../score.ts';
import {
  cleanFacts,
  eventFact,
  fullTable,
  ratioFact,
  testSource as source,
} from '../testing/scorecards.fixtures.ts';

const alert = (when: AlertRule['when']): AlertRule => ({
  key: 'watch',
  title: '预警',
  when,
  proposal: { measure: '提醒谈话', post: '行风办主任' },
  words: '及时预警',
  source,
});
const propose = (when: AlertRule['when'], ...months: ScoreFacts[]) =>
  findProposals([alert(when)], {
    periods: months.map((facts, at) => ({ key: `2024-0${at + 1}`, facts })),
  });

describe('R47: 同一地区同类投诉每月3件以上、逾期率30%以上、得分80以下的，提出预警建议', () => {
  const complaints = eventFact(
    { id: 'a', on: '2024-05-01', category: 'attitude' },
    { id: 'b', on: '2024-05-20', category: 'attitude', quantity: 2 },
    { id: 'c', on: '2024-05-21', category: 'charges' },
    { id: 'd', on: '2024-06-01', category: 'charges', quantity: 2 },
  );

  it('同类三件以上的，只对够数的那一类提出，由指定岗位决定', () => {
    const when = {
      kind: 'frequency',
      fact: 'complaints',
      apart: 'category',
      atLeast: 3,
      every: 'month',
    } as const;
    expect(propose(when, { complaints })).toEqual([
      {
        state: 'proposed',
        occasion: '024292/attitude',
        rule: 'watch',
        title: '预警',
        measure: '提醒谈话',
        post: '行风办主任',
        words: '及时预警',
        source,
        reason: { zh: '同一月内3次，达到3次', en: '3 times in one month, 3 or more' },
        eventIds: ['a', 'b'],
      },
    ]);
    expect(propose({ ...when, every: 'quarter' }, { complaints })).toHaveLength(2);
    expect(propose({ ...when, categories: ['charges'] }, { complaints })).toEqual([]);
  });

  it('逾期率高于30%的', () => {
    const when = { kind: 'rate', fact: 'overdue', side: 'above', level: '30%' } as const;
    expect(propose(when, { overdue: ratioFact(3, 10) })).toEqual([]);
    expect(propose(when, { overdue: ratioFact(0, 0) })).toEqual([]);
    expect(propose(when, { overdue: ratioFact(31, 100) })[0]?.reason.zh).toBe('高于30%（31%）');
  });

  it('得分低于80的，未完成的得分不算', () => {
    const compiled = compileScorecard(fullTable);
    const when = {
      kind: 'score',
      scorecard: 'full-table',
      metric: 'total',
      side: 'below',
      value: '80',
    } as const;
    const found = (facts: ScoreFacts) =>
      findProposals([alert(when)], {
        periods: [],
        sheets: { 'full-table': score(compiled, facts) },
      }).map(({ reason }) => reason.zh);
    const worse = { ...cleanFacts, patrols: ratioFact(0, 12), visits: eventFact() };
    expect(found(cleanFacts)).toEqual([]);
    expect(found({})).toEqual([]);
    // 100 − 10 (巡查封顶) − 4.5 (督导) = 85.5; 满意度50 gives 5 of 20: 70.5.
    const low = { ...worse, satisfaction: { kind: 'value', value: '50' } as const };
    expect(found(worse)).toEqual([]);
    expect(found(low)).toEqual(['70.5分，低于80分']);
  });

  it('等次为较差的', () => {
    const when = { kind: 'grade' as const, scorecard: 'full-table', grades: ['poor'] };
    const facts = { ...cleanFacts, 'red-packets': eventFact({ id: 'case-1' }) };
    const sheets = { 'full-table': score(compileScorecard(fullTable), facts) };
    expect(findProposals([alert(when)], { periods: [], sheets })).toMatchObject([
      { reason: { zh: '等次为“较差”' }, eventIds: ['case-1'] },
    ]);
  });
});

it('R48: 连续两期低于85%的，提出预警建议', () => {
  const when = { kind: 'rate', fact: 'rate', side: 'below', level: '85%', running: 2 } as const;
  const at = (...numerators: number[]) =>
    propose(when, ...numerators.map((each) => ({ rate: ratioFact(each, 100) })));
  expect(at(80)).toEqual([]);
  expect(at(80, 85)).toEqual([]);
  expect(at(84, 80)[0]?.reason.zh).toBe('连续2期低于85%（84%、80%）');
  expect(at(80, 90, 84)).toEqual([]);
});

it('R49: 情形与轻重对应裁量幅度，超出幅度或没有理由的不成立', () => {
  const table: DiscretionTable = {
    key: 'ranges',
    title: '裁量基准',
    unit: '分',
    situations: [{ key: 'ads', title: '违法广告' }],
    seriousness: [
      { key: 'light', title: '较轻' },
      { key: 'grave', title: '严重' },
    ],
    cells: [
      { situation: 'ads', seriousness: 'light', min: '1', max: '2' },
      { situation: 'ads', seriousness: 'grave', min: '4', max: '6' },
    ],
    source,
  };
  const decide = (seriousness: string, amount: string, reason = '首次发生') =>
    judgeDiscretion(table, { situation: 'ads', seriousness, amount, reason });
  expect(decide('light', '1.5')).toMatchObject({
    state: 'within',
    amount: 15_000,
    reason: { zh: '违法广告、较轻：1.5分（首次发生）' },
  });
  expect(decide('grave', '3.9')).toMatchObject({
    state: 'outside',
    reason: { zh: '应在4至6分之间，拟定3.9分' },
  });
  expect(decide('grave', '6').state).toBe('within');
  expect(decide('light', '1', ' ').state).toBe('no-reason');
  expect(decide('fatal', '1').state).toBe('no-rule');
});

it('R50: 职称评审查询医德结论：一次性记6分以上的，12个月内影响评审，撤销的不再计', () => {
  const use: ResultUse = {
    key: 'title-review',
    title: '职称评审',
    when: { kind: 'single', ledger: 'demerits', atLeast: '6' },
    decision: 'title-review',
    effect: 'defer',
    months: 12,
    source,
  };
  const record = (id: string, points: string, more: Partial<RecordedResult> = {}) => ({
    id,
    kind: 'single' as const,
    of: 'demerits',
    points,
    on: '2024-08-31',
    reason: '一次性记分',
    ...more,
  });
  const inForce = (asOf: string, ...results: RecordedResult[]) =>
    usesInForce([use], { decision: 'title-review', results, asOf }).map(({ result, until }) => [
      result,
      until,
    ]);
  const results = [record('b', '12'), record('a', '6'), record('c', '5.9999')];
  expect(inForce('2025-08-31', ...results)).toEqual([
    ['a', '2025-08-31'],
    ['b', '2025-08-31'],
  ]);
  expect(inForce('2025-09-01', ...results)).toEqual([]);
  expect(inForce('2025-01-01', record('a', '6', { withdrawnOn: '2024-12-01' }))).toEqual([]);
  const sixMonths = { ...use, months: 6 };
  expect(
    usesInForce([sixMonths], { decision: 'title-review', results, asOf: '2025-02-28' })[0]?.until,
  ).toBe('2025-02-28');
});
