import { expect, it } from 'vitest';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import * as composed from '../define-composed.ts';
import * as price from '../define-prices.ts';
import { extra, item, pointsOf, shown } from '../testing/rule-kinds.fixtures.ts';
import { countFact, eventFact, flagFact } from '../testing/scorecards.fixtures.ts';

it('R14: 未发生突发公共卫生事件的不扣分，辖区无创建任务的不奖分', () => {
  const applies = { field: 'emergencies', op: 'gt' as const, value: 0 };
  const reported = item({
    points: 5,
    applies,
    measure: price.demand('reported'),
    price: price.once({ deduct: 5 }),
  });
  const none = { emergencies: countFact(0), reported: flagFact(false), built: countFact(2) };
  expect(shown(reported, none)).toMatchObject({ state: 'not-applicable', score: '5' });
  expect(pointsOf(reported, { ...none, emergencies: countFact(1) })).toBe('0');
  const built = extra({
    points: 5,
    applies,
    measure: price.events('built'),
    price: price.perUnit({ add: 1 }),
  });
  expect(shown(built, none)).toMatchObject({ state: 'not-applicable', score: '0' });
});

it('R15: 酌情扣分，0至2分，须写明理由', () => {
  const site = item({
    points: 5,
    measure: price.judgement('site'),
    price: price.range('deduct', { min: 0, max: 2 }),
  });
  const judged = (points: string, reason: string): Record<string, ScoreFact> => ({
    site: { kind: 'judgement', points, reason },
  });
  expect(shown(site, judged('1.25', '标识不清'))).toMatchObject({
    score: '3.75',
    reasons: ['扣1.25分：标识不清'],
  });
  expect(shown(site, judged('2.0001', '标识不清')).state).toBe('pending');
  expect(shown(site, judged('1', ' ')).state).toBe('pending');
});

it('R16: 每季度累计最多扣1.5分', () => {
  const late = item({
    points: 10,
    measure: price.events('late'),
    price: price.perUnit({ deduct: 1 }),
    periodCap: { every: 'quarter', cap: '1.5' },
  });
  const facts = eventFact(
    { id: 'a', on: '2024-01-02' },
    { id: 'b', on: '2024-03-31' },
    { id: 'c', on: '2024-04-01' },
  );
  expect(pointsOf(late, { late: facts })).toBe('7.5');
});

it('R17: 均必须提供书面文字材料，否则该项不得分', () => {
  const proved = item({
    points: 5,
    measure: price.events('faults'),
    price: price.perUnit({ deduct: 1 }),
    evidence: { fact: 'papers', title: '书面材料' },
  });
  expect(shown(proved, { faults: countFact(2) })).toMatchObject({
    score: '0',
    reasons: ['扣2分：2次问题', '扣3分：未提供书面材料：书面材料，本项不得分'],
  });
  expect(pointsOf(proved, { faults: countFact(2), papers: flagFact(true) })).toBe('3');
});

it('R18: 现场抽查主要街道连续10户管理单位，每户不合格扣0.5分', () => {
  const households = item({
    points: 5,
    measure: composed.sample('households', { size: 10, draw: 'consecutive' }),
    price: price.perUnit({ deduct: '0.5' }),
    noun: '不合格',
    unit: '户',
  });
  const drawn = (population: number, checked: number, faults: number): ScoreFact => ({
    kind: 'sample',
    population,
    checked,
    findings: Array.from({ length: faults }, (_, at) => ({
      id: `h${at}`,
      reason: `第${at + 1}户`,
    })),
  });
  expect(shown(households, { households: drawn(86, 10, 2) })).toMatchObject({
    score: '4',
    reasons: ['扣0.5分：1户不合格（第1户）', '扣0.5分：1户不合格（第2户）'],
  });
  expect(shown(households, { households: drawn(86, 7, 0) }).state).toBe('pending');
  expect(pointsOf(households, { households: drawn(7, 7, 0) })).toBe('5');
  expect(shown(households, { households: drawn(86, 10, 11) }).state).toBe('pending');
  expect(shown(households, {}).state).toBe('pending');
  const share = item({
    points: 5,
    measure: composed.sample('households', { size: 10, draw: 'random' }),
    price: price.perStep({ below: '100%', step: '10%', steps: 'full', deduct: 1 }),
  });
  expect(shown(share, { households: drawn(86, 10, 2) })).toMatchObject({
    score: '3',
    reasons: ['扣2分：抽查合格率8/10（80%），低于100%，每满10%计1档，共2档'],
  });
});

it('R19: 漏访一户扣0.5分，未随访每户扣1分，造成严重后果每户扣2分', () => {
  const visits = item({
    points: 10,
    measure: price.events('households'),
    price: price.perCategory('deduct', {
      missed: { title: '漏访', points: '0.5' },
      'no-follow-up': { title: '未随访', points: 1 },
      harm: { title: '造成严重后果', points: 2 },
    }),
    unit: '户',
  });
  const facts = eventFact(
    { id: 'a', category: 'missed', quantity: 3 },
    { id: 'b', category: 'no-follow-up', quantity: 2 },
    { id: 'c', category: 'harm', reason: '未及时转诊' },
  );
  expect(shown(visits, { households: facts })).toMatchObject({ score: '4.5' });
  expect(shown(visits, { households: facts }).reasons[2]).toBe(
    '扣2分：1户造成严重后果（未及时转诊）',
  );
});

it('R20: 数量达12次不扣分、少一次扣0.5分，质量合格达10次不扣分、少一次扣0.2分，各有上限', () => {
  const work = item({
    points: 5,
    ...composed.quantityAndQuality('inspections', {
      quantity: { minimum: 12, deduct: '0.5', cap: 3 },
      quality: { category: 'sound', minimum: 10, deduct: '0.2', cap: 2 },
    }),
  });
  const done = (sound: number, poor: number) => ({
    inspections: eventFact(
      ...(sound > 0 ? [{ id: 'a', category: 'sound', quantity: sound }] : []),
      ...(poor > 0 ? [{ id: 'b', category: 'poor', quantity: poor }] : []),
    ),
  });
  expect(pointsOf(work, done(12, 0))).toBe('5');
  expect(pointsOf(work, done(9, 3))).toBe('4.8');
  expect(pointsOf(work, done(9, 1))).toBe('3.8');
  expect(pointsOf(work, done(0, 0))).toBe('0');
});

it('R21: C条款、符合C并…为B、符合B并…为A，低一级不满足的不得评高一级', () => {
  const standard = item({
    points: 5,
    measure: composed.ladder({
      c: { title: 'C', elements: { rules: '有制度', staff: '有专人' } },
      b: { title: 'B', elements: { checks: '有检查' } },
      a: { title: 'A', elements: { improved: '持续改进' } },
    }),
    price: price.choices('add', {
      none: { title: '未达C', points: 0 },
      c: { title: '达到C', points: 3 },
      b: { title: '达到B', points: 4 },
      a: { title: '达到A', points: 5 },
    }),
  });
  const met = (...keys: string[]) =>
    Object.fromEntries(
      ['rules', 'staff', 'checks', 'improved'].map((key) => [key, flagFact(keys.includes(key))]),
    );
  expect(pointsOf(standard, met('rules', 'staff', 'checks', 'improved'))).toBe('5');
  expect(shown(standard, met('rules', 'staff', 'improved'))).toMatchObject({
    score: '3',
    reasons: ['加3分：达到C（距“B”缺：有检查）'],
  });
  expect(pointsOf(standard, met('rules', 'checks', 'improved'))).toBe('0');
  expect(shown(standard, { rules: flagFact(true) }).state).toBe('pending');
});

it('R22: ★核心指标与一般指标并列，核心项得分另计', () => {
  const core = item({
    points: 5,
    core: true,
    measure: price.demand('safety'),
    price: price.once({ deduct: 5 }),
  });
  expect(core).toMatchObject({ core: true, points: '5' });
  expect(pointsOf(core, { safety: flagFact(false) })).toBe('0');
});

it('R23: 逐项评A、B、C、D、E', () => {
  const graded = item({
    points: 5,
    measure: price.option('level'),
    price: price.choices('add', {
      a: { title: 'A', points: 5 },
      b: { title: 'B', points: 4 },
      c: { title: 'C', points: 3 },
      d: { title: 'D', points: '1.5' },
      e: { title: 'E', points: 0 },
    }),
  });
  const chosen = (choice: string): Record<string, ScoreFact> => ({
    level: { kind: 'choice', choice, reason: '现场查看' },
  });
  expect(shown(graded, chosen('d'))).toMatchObject({
    score: '1.5',
    reasons: ['加1.5分：D（现场查看）'],
  });
  expect(pointsOf(graded, chosen('e'))).toBe('0');
  expect(shown(graded, chosen('f')).state).toBe('pending');
});
