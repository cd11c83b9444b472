import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ScoreEvent, ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import { compileScorecard } from './compile.ts';
import * as composed from './define-composed.ts';
import * as price from './define-prices.ts';
import { criterion } from './define.ts';
import { score } from './score.ts';
import { cardOf, testSource as source } from './testing/scorecards.fixtures.ts';

const lights = { green: '绿灯', yellow: '黄灯', red: '红灯' };
const trends = { improved: '提高', unchanged: '持平', declined: '下降' };
const graded = (titles: Record<string, string>) =>
  price.choices(
    'deduct',
    Object.fromEntries(
      Object.entries(titles).map(([key, title], at) => [key, { title, points: at }]),
    ),
  );

const card = cardOf(
  criterion('sample', {
    title: '抽查',
    points: 5,
    source,
    measure: composed.sample('households', { size: 5, draw: 'random' }),
    price: price.perUnit({ deduct: '0.7' }),
  }),
  criterion('votes', {
    title: '评议',
    points: 5,
    source,
    measure: composed.votes('appraisal', {
      places: 2,
      answers: {
        good: { title: '满意', points: 100 },
        fair: { title: '一般', points: 70 },
        none: { title: '不了解' },
      },
    }),
    price: price.tiers('add', { '90': 5, '80': 3 }, { otherwise: 1 }),
  }),
  criterion('ladder', {
    title: '条款',
    points: 5,
    source,
    measure: composed.ladder({
      c: { title: 'C', elements: { x: '甲' } },
      b: { title: 'B', elements: { y: '乙' } },
    }),
    price: price.choices('add', {
      none: { title: '未达', points: 0 },
      c: { title: 'C', points: 3 },
      b: { title: 'B', points: 5 },
    }),
  }),
  criterion('trend', {
    title: '变化',
    points: 5,
    source,
    measure: composed.trend('now', { previous: 'before' }),
    price: graded(trends),
  }),
  criterion('light', {
    title: '亮灯',
    points: 5,
    source,
    measure: composed.light('now', { better: 'higher', warn: '90%', alarm: '85%' }),
    price: graded(lights),
  }),
  criterion('again', {
    title: '重复',
    points: 5,
    source,
    measure: price.events('problems'),
    price: composed.repeated({ first: '0.5', again: 1 }),
    leniency: { from: '2024-03-01', to: '2024-06-30' },
  }),
);
const compiled = compileScorecard(card);

const event: fc.Arbitrary<ScoreEvent> = fc.record(
  {
    id: fc.nat(12).map((each) => `e${each}`),
    on: fc.integer({ min: 1, max: 9 }).map((month) => `2024-0${month}-11`),
    handedInOn: fc.integer({ min: 1, max: 9 }).map((month) => `2024-0${month}-12`),
    about: fc.constantFrom('p', 'q'),
    quantity: fc.integer({ min: 1, max: 4 }),
    reason: fc.constantFrom('甲', '乙'),
  },
  { requiredKeys: ['id', 'reason'] },
);
const events = fc.array(event, { maxLength: 8 });
const ratio = fc
  .tuple(fc.nat(100), fc.nat(100))
  .map(([numerator, denominator]): ScoreFact => ({ kind: 'ratio', numerator, denominator }));
const votes = fc
  .array(fc.record({ answer: fc.constantFrom('good', 'fair', 'none'), count: fc.nat(99) }))
  .map((counts): ScoreFact => ({ kind: 'votes', counts }));
const flag = fc.boolean().map((met): ScoreFact => ({ kind: 'flag', met }));
const rest = fc.record(
  { appraisal: votes, x: flag, y: flag, now: ratio, before: ratio },
  { requiredKeys: [] },
);

const withEvents = (
  facts: Record<string, ScoreFact | undefined>,
  list: ScoreEvent[],
  [population, checked]: readonly [number, number],
) => ({
  ...(facts as Record<string, ScoreFact>),
  households: { kind: 'sample' as const, population, checked, findings: list },
  problems: { kind: 'events' as const, events: list },
});

it('composed measures give the same sheet whatever order the events come in', () => {
  const shuffled = events.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, rest, fc.tuple(fc.nat(30), fc.nat(30)), ([one, other], facts, size) => {
      const first = score(compiled, withEvents(facts, one, size));
      expect(score(compiled, withEvents(facts, other, size))).toEqual(first);
    }),
  );
});

it('composed measures stay inside the points of their item, and every line makes it up', () => {
  fc.assert(
    fc.property(events, rest, fc.tuple(fc.nat(30), fc.nat(30)), (list, facts, size) => {
      for (const node of score(compiled, withEvents(facts, list, size)).tree) {
        expect(node.score).toBeGreaterThanOrEqual(0);
        expect(node.score).toBeLessThanOrEqual(node.full);
        if (node.state === 'not-applicable') continue;
        const lines = node.lines.reduce(
          (sum, { effect, counted }) => sum + (effect === 'add' ? counted : -counted),
          0,
        );
        const start = node.key === 'votes' || node.key === 'ladder' ? 0 : node.full;
        expect(node.score).toBe(start + lines);
        expect(Number.isSafeInteger(node.score)).toBe(true);
      }
    }),
  );
});
