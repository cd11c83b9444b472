import { expect, it } from 'vitest';
import * as composed from '../define-composed.ts';
import * as price from '../define-prices.ts';
import { fine, item, pointsOf, shown } from '../testing/rule-kinds.fixtures.ts';
import { eventFact, ratioFact } from '../testing/scorecards.fixtures.ts';

it('R31: 同一问题每增加1次交办记录加扣1分', () => {
  const handed = item({
    points: 10,
    measure: price.events('handed-down'),
    price: composed.repeated({ first: 0, again: 1 }),
  });
  const facts = eventFact(
    { id: 'a', on: '2024-03-01', about: 'queue' },
    { id: 'b', on: '2024-05-01', about: 'queue', reason: '再次交办' },
    { id: 'c', on: '2024-04-01', about: 'charges' },
    { id: 'd', on: '2024-06-01', about: 'queue', reason: '第三次交办' },
  );
  expect(shown(handed, { 'handed-down': facts })).toEqual({
    score: '8',
    state: 'scored',
    reasons: ['扣1分：同一问题第2次（再次交办）', '扣1分：同一问题第3次（第三次交办）'],
  });
});

it('R32: 整改逾期的，从年度总分中扣5分', () => {
  const overdue = fine({
    points: 5,
    measure: price.events('overdue'),
    price: price.perUnit({ deduct: 5 }),
    noun: '整改逾期',
  });
  const late = eventFact({ id: 'p1', reason: '应于6月30日，实于7月9日' });
  expect(shown(overdue, { overdue: late })).toMatchObject({
    score: '-5',
    reasons: ['扣5分：1次整改逾期（应于6月30日，实于7月9日）'],
  });
});

it('R33: 在规定期限内主动上交的，不按收受论处', () => {
  const kept = item({
    points: 10,
    measure: price.events('red-packets'),
    price: price.perUnit({ deduct: 2 }),
    noun: '收受红包',
    leniency: { from: '2024-03-01', to: '2024-06-30' },
  });
  const packets = eventFact(
    { id: 'a', on: '2024-02-01', handedInOn: '2024-06-30', reason: '登记上交' },
    { id: 'b', on: '2024-02-02', handedInOn: '2024-07-01', reason: '逾期上交' },
    { id: 'c', on: '2024-02-03', reason: '未上交' },
  );
  expect(shown(kept, { 'red-packets': packets })).toEqual({
    score: '6',
    state: 'scored',
    reasons: [
      '不扣分：2024-06-30主动上交或说明，在2024-03-01至2024-06-30期间内，不予扣分（登记上交）',
      '扣2分：1次收受红包（逾期上交）',
      '扣2分：1次收受红包（未上交）',
    ],
  });
});

it('R40: 满意100、基本满意70、不满意30，“不了解”不计入有效票，平均90以上得满分', () => {
  const votes = item({
    points: 20,
    measure: composed.votes('appraisal', {
      places: 2,
      answers: {
        good: { title: '满意', points: 100 },
        fair: { title: '基本满意', points: 70 },
        bad: { title: '不满意', points: 30 },
        unknown: { title: '不了解' },
      },
    }),
    price: price.tiers('add', { '90': 20, '80': 15 }, { otherwise: 5 }),
  });
  const counted = (good: number, fair: number, bad: number, unknown: number) => ({
    appraisal: {
      kind: 'votes' as const,
      counts: Object.entries({ good, fair, bad, unknown }).map(([answer, count]) => ({
        answer,
        count,
      })),
    },
  });
  // 80×100 + 15×70 + 5×30 = 9200, by 100 valid votes: 92; the 50 void ones count for nothing.
  expect(shown(votes, counted(80, 15, 5, 50))).toMatchObject({
    score: '20',
    reasons: ['加20分：有效票平均分92，达到90'],
  });
  // 2×100 + 1×70 = 270, by 3: 90. With one 不满意 more: 300 by 4 is 75.
  expect(pointsOf(votes, counted(2, 1, 0, 0))).toBe('20');
  expect(pointsOf(votes, counted(2, 1, 1, 0))).toBe('5');
  expect(shown(votes, counted(0, 0, 0, 9)).state).toBe('pending');
});

it('R45: 逐步提高：与上期比，提高或保持在90%以上不扣，持平扣1分，下降扣2分', () => {
  const trend = item({
    points: 5,
    measure: composed.trend('satisfied', { previous: 'satisfied-before', enough: '90%' }),
    price: price.choices('deduct', {
      improved: { title: '逐步提高', points: 0 },
      unchanged: { title: '与上期持平', points: 1 },
      declined: { title: '较上期下降', points: 2 },
    }),
  });
  const moved = (now: [number, number], before: [number, number]) => ({
    satisfied: ratioFact(...now),
    'satisfied-before': ratioFact(...before),
  });
  expect(pointsOf(trend, moved([171, 200], [85, 100]))).toBe('5');
  expect(pointsOf(trend, moved([170, 200], [85, 100]))).toBe('4');
  expect(shown(trend, moved([84, 100], [85, 100]))).toMatchObject({
    score: '3',
    reasons: ['扣2分：较上期下降（上期85%，本期84%）'],
  });
  expect(pointsOf(trend, moved([90, 100], [95, 100]))).toBe('5');
  expect(shown(trend, { satisfied: ratioFact(1, 2) }).state).toBe('not-applicable');
});

it('R46: 预警值90、报警值85，黄灯扣1分，红灯扣3分', () => {
  const watch = item({
    points: 5,
    measure: composed.light('score', { better: 'higher', warn: '90', alarm: '85' }),
    price: price.choices('deduct', {
      green: { title: '绿灯', points: 0 },
      yellow: { title: '黄灯', points: 1 },
      red: { title: '红灯', points: 3 },
    }),
  });
  const at = (value: string) => ({ score: { kind: 'value' as const, value } });
  expect(pointsOf(watch, at('90.01'))).toBe('5');
  expect(shown(watch, at('90'))).toMatchObject({
    score: '4',
    reasons: ['扣1分：黄灯（90，预警值90，报警值85）'],
  });
  expect(pointsOf(watch, at('85.01'))).toBe('4');
  expect(pointsOf(watch, at('85'))).toBe('2');
  const share = item({
    points: 5,
    measure: composed.light('use', { better: 'lower', warn: '30%', alarm: '40%' }),
    price: price.choices('deduct', {
      green: { title: '绿灯', points: 0 },
      yellow: { title: '黄灯', points: 1 },
      red: { title: '红灯', points: 3 },
    }),
  });
  expect(pointsOf(share, { use: ratioFact(299, 1000) })).toBe('5');
  expect(pointsOf(share, { use: ratioFact(3, 10) })).toBe('4');
  expect(pointsOf(share, { use: ratioFact(4, 10) })).toBe('2');
});
