import { expect, it } from 'vitest';
import * as price from '../define-prices.ts';
import { rule } from '../define.ts';
import { extra, item, pointsOf, shown } from '../testing/rule-kinds.fixtures.ts';
import { countFact, eventFact, flagFact, ratioFact } from '../testing/scorecards.fixtures.ts';

it('R1: 未公示的扣0.5分', () => {
  const notice = item({
    points: 2,
    measure: price.demand('published'),
    price: price.once({ deduct: '0.5' }),
    noun: '未公示',
  });
  expect(shown(notice, { published: flagFact(false) })).toEqual({
    score: '1.5',
    state: 'scored',
    reasons: ['扣0.5分：未公示'],
  });
  expect(pointsOf(notice, { published: flagFact(true) })).toBe('2');
});

it('R2: 没有领导小组、负责人、专职人员的，每一项扣0.5分，以本项分值为限', () => {
  const bodies = item({
    points: 1,
    measure: price.elements({ leader: '领导小组', manager: '负责人', staff: '专职人员' }),
    price: price.perMissing({ deduct: '0.5' }),
  });
  const none = { leader: flagFact(false), manager: flagFact(false), staff: flagFact(false) };
  expect(shown(bodies, { ...none, leader: flagFact(true) })).toMatchObject({
    score: '0',
    reasons: ['扣0.5分：缺负责人', '扣0.5分：缺专职人员'],
  });
  expect(shown(bodies, none).reasons[2]).toBe('不再扣分（按标准扣0.5分，已到上限）：缺专职人员');
});

it('R3: 每发现1次经费违规使用扣0.5分，扣完为止', () => {
  const misuse = item({
    points: 1,
    measure: price.events('misuse'),
    price: price.perUnit({ deduct: '0.5' }),
  });
  expect(pointsOf(misuse, {})).toBe('1');
  expect(pointsOf(misuse, { misuse: eventFact({ id: 'a' }) })).toBe('0.5');
  expect(pointsOf(misuse, { misuse: eventFact({ id: 'a', quantity: 7 }) })).toBe('0');
});

it('R4: 督导至少4次，每少一次督导扣1分', () => {
  const visits = item({
    points: 4,
    measure: price.events('visits'),
    price: price.shortfall({ minimum: 4, deduct: 1 }),
    noun: '督导',
  });
  expect(shown(visits, { visits: countFact(3) })).toMatchObject({
    score: '3',
    reasons: ['扣1分：1次督导（至少4，实有3）'],
  });
});

it('R5: 每少一次扣0.5分，每缺一个行业扣1分，扣完为止，一件事不重复计', () => {
  const visits = item({
    points: 5,
    events: 'each-rule',
    rules: [
      rule('times', {
        measure: price.events('visits'),
        price: price.shortfall({ minimum: 4, deduct: '0.5' }),
      }),
      rule('trades', {
        measure: price.differentKinds('visits'),
        price: price.shortfall({ minimum: 3, deduct: 1 }),
      }),
    ],
  });
  const visited = eventFact(
    { id: 'a', category: 'school' },
    { id: 'b', category: 'school' },
    { id: 'c', category: 'clinic' },
  );
  expect(pointsOf(visits, { visits: visited })).toBe('3.5');
  const faults = item({
    points: 5,
    rules: [
      rule('false', { measure: price.events('false'), price: price.perUnit({ deduct: 1 }) }),
      rule('late', { measure: price.events('late'), price: price.perUnit({ deduct: '0.5' }) }),
    ],
  });
  const both = { false: eventFact({ id: 'a' }), late: eventFact({ id: 'a' }) };
  expect(pointsOf(faults, both)).toBe('4');
});

it('R6: 每下降5%扣0.5分（满5%计一档）', () => {
  const coverage = item({
    points: 5,
    measure: price.indicator('training'),
    price: price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' }),
    noun: '培训覆盖率',
  });
  expect(shown(coverage, { training: ratioFact(93, 100) })).toMatchObject({
    score: '4.5',
    reasons: ['扣0.5分：培训覆盖率93/100（93%），低于98%，每满5%计1档，共1档'],
  });
  expect(pointsOf(coverage, { training: ratioFact(930_001, 1_000_000) })).toBe('5');
});

it('R7: 每下降2%扣0.5分，最高扣10分；每缺1份扣0.1分，最高扣5分', () => {
  const rounds = item({
    points: 15,
    rules: [
      rule('rate', {
        measure: price.indicator('rounds'),
        price: price.perStep({ below: '100%', step: '2%', steps: 'full', deduct: '0.5' }),
        cap: 10,
      }),
      rule('papers', {
        measure: price.events('papers'),
        price: price.perUnit({ deduct: '0.1' }),
        cap: 5,
      }),
    ],
  });
  expect(pointsOf(rounds, { rounds: ratioFact(96, 100), papers: countFact(3) })).toBe('13.7');
  expect(pointsOf(rounds, { rounds: ratioFact(1, 100), papers: countFact(0) })).toBe('5');
  expect(pointsOf(rounds, { rounds: ratioFact(1, 1), papers: countFact(99) })).toBe('10');
});

it('R8: 应巡查10户、实巡查9户，率由应、实两个整数得出', () => {
  const rounds = item({
    points: 10,
    measure: price.indicator('rounds'),
    price: price.proportional({ points: 10, places: 1 }),
    noun: '巡查率',
  });
  expect(shown(rounds, { rounds: ratioFact(9, 10) })).toMatchObject({
    score: '9',
    reasons: ['加9分：巡查率9/10（90%），按比例计分'],
  });
  expect(shown(rounds, { rounds: ratioFact(0, 0) }).state).toBe('not-applicable');
});

it('R9: 查办率、回复率100%，持证率98%，未达到不得分', () => {
  const to = (level: string) =>
    item({
      points: 5,
      measure: price.indicator('rate'),
      price: price.target({ atLeast: level, deduct: 5 }),
    });
  expect(pointsOf(to('100%'), { rate: ratioFact(200_000, 200_000) })).toBe('5');
  expect(pointsOf(to('100%'), { rate: ratioFact(199_999, 200_000) })).toBe('0');
  expect(pointsOf(to('98%'), { rate: ratioFact(49, 50) })).toBe('5');
});

it('R10: 每迟报一次扣0.5分，漏报一次扣1分', () => {
  const reports = item({
    points: 5,
    measure: price.events('reports'),
    price: price.perCategory('deduct', {
      late: { title: '迟报', points: '0.5' },
      omitted: { title: '漏报', points: 1 },
    }),
  });
  const facts = eventFact(
    { id: 'a', category: 'late', reason: '9月30日应报，10月8日报' },
    { id: 'b', category: 'omitted', reason: '三季度' },
  );
  expect(shown(reports, { reports: facts })).toMatchObject({
    score: '3.5',
    reasons: ['扣0.5分：1次迟报（9月30日应报，10月8日报）', '扣1分：1次漏报（三季度）'],
  });
});

it('R11: 报告6条后，每多报告一条线索奖励0.2分，最高奖励2分', () => {
  const clues = extra({
    points: 2,
    measure: price.events('clues'),
    price: price.perUnit({ beyond: 6, add: '0.2' }),
  });
  expect(pointsOf(clues, { clues: countFact(6) })).toBe('0');
  expect(pointsOf(clues, { clues: countFact(9) })).toBe('0.6');
  expect(pointsOf(clues, { clues: countFact(50) })).toBe('2');
});

it('R12: 有价值的线索每一条奖励0.5分，最高奖励5分', () => {
  const valuable = extra({
    points: 5,
    measure: price.events('clues', 'valuable'),
    price: price.perUnit({ add: '0.5' }),
  });
  const clues = eventFact(
    { id: 'a', category: 'valuable', quantity: 3 },
    { id: 'b', category: 'plain', quantity: 9 },
  );
  expect(pointsOf(valuable, { clues })).toBe('1.5');
  const many = eventFact({ id: 'a', category: 'valuable', quantity: 11 });
  expect(pointsOf(valuable, { clues: many })).toBe('5');
});

it('R13: 省级刊物每篇1分、市级0.5分，最多不超过5分', () => {
  const papers = extra({
    points: 5,
    measure: price.events('papers'),
    price: price.perCategory('add', {
      province: { title: '省级', points: 1 },
      city: { title: '市级', points: '0.5' },
    }),
  });
  const three = eventFact(
    { id: 'a', category: 'province' },
    { id: 'b', category: 'city', quantity: 3 },
  );
  expect(pointsOf(papers, { papers: three })).toBe('2.5');
  const nine = eventFact({ id: 'a', category: 'province', quantity: 9 });
  expect(pointsOf(papers, { papers: nine })).toBe('5');
});
