import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemeritEntry, DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { Combination } from '#schema/contracts/campaign/score-combination.ts';
import type { Ranking } from '#schema/contracts/campaign/score-ranking.ts';
import { findProposals } from './alerts.ts';
import { combineScores } from './combine.ts';
import { keepLedger } from './ledger/keep-ledger.ts';
import { findLedgerProblems } from './ledger/ledger-problems.ts';
import { rollUp } from './ledger/roll-up.ts';
import { rankInClasses, type Candidate } from './ranking.ts';
import { usesInForce } from './result-uses.ts';
import { soundEvaluation, soundLedger } from './testing/evaluation.fixtures.ts';
import { testSource as source } from './testing/scorecards.fixtures.ts';

const shuffled = <T>(values: fc.Arbitrary<T[]>) =>
  values.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );

const ledger: DemeritLedger = {
  ...soundLedger,
  counted: 'person-time',
  tiers: [
    { key: 'light', title: '较轻', points: '1' },
    { key: 'grave', title: '严重', points: '4.5', penalty: true },
  ],
  rollUp: { to: '科室', share: '33.3333%' },
};
const entry: fc.Arbitrary<DemeritEntry> = fc.record(
  {
    id: fc.nat(30).map((each) => `e${each}`),
    on: fc
      .tuple(fc.integer({ min: 2021, max: 2024 }), fc.integer({ min: 1, max: 9 }))
      .map(([year, month]) => `${year}-0${month}-28`),
    subject: fc.constantFrom('甲', '乙', '丙'),
    tier: fc.constantFrom('light', 'grave'),
    quantity: fc.integer({ min: 1, max: 5 }),
    reason: fc.constantFrom('一', '二'),
    department: fc.constantFrom('骨科', '门诊'),
    penalty: fc.constant('决定书'),
  },
  { requiredKeys: ['id', 'on', 'subject', 'tier', 'reason'] },
);
const entries = fc.array(entry, { maxLength: 12 });
const asOf = '2024-07-01';

describe('demerit points', () => {
  it('are the same whatever order the records come in', () => {
    fc.assert(
      fc.property(shuffled(entries), ([one, other]) => {
        const keep = (list: DemeritEntry[]) =>
          keepLedger(ledger, { entries: list, subjects: [], asOf });
        expect(keep(other)).toEqual(keep(one));
        expect(rollUp(ledger, keep(other))).toEqual(rollUp(ledger, keep(one)));
      }),
    );
  });

  it('of an account are the sum of its lines, of the running cycle only, in one band', () => {
    fc.assert(
      fc.property(entries, (list) => {
        for (const { points, lines, bands, cycle } of keepLedger(ledger, {
          entries: list,
          subjects: [],
          asOf,
        })) {
          expect(points).toBe(lines.reduce((sum, { counted }) => sum + counted, 0));
          const running = lines.filter(({ on }) => on >= (cycle?.from ?? ''));
          expect(points).toBe(running.reduce((sum, line) => sum + line.points, 0));
          expect(bands).toHaveLength(1);
        }
      }),
    );
    expect(findLedgerProblems(ledger)).toEqual([]);
  });

  it('of departments are never more than the points of the persons', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const accounts = keepLedger(ledger, { entries: list, subjects: [], asOf });
        const own = accounts.reduce((sum, { points }) => sum + points, 0);
        const sums = rollUp(ledger, accounts).reduce((sum, { points }) => sum + points, 0);
        expect(sums).toBeLessThanOrEqual(own);
        expect(Number.isSafeInteger(sums)).toBe(true);
      }),
    );
  });
});

describe('a weighted sum', () => {
  const part = fc.record({
    weight: fc.integer({ min: 1, max: 999_999 }),
    score: fc.nat(2_000_000),
  });

  it('is the sum of its parts, between nothing and its full points, rounded once', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(4), (parts, places) => {
        const total = parts.reduce((sum, { weight }) => sum + weight, 0);
        const cut = parts.map(({ weight }) => Math.floor((weight * 1_000_000) / total));
        const rest = 1_000_000 - cut.reduce((sum, each) => sum + each, 0);
        const weights = [...cut, rest].map((each) => `${each / 10_000}%`);
        const combination: Combination = {
          key: 'sum',
          title: '合成',
          outOf: '100',
          sources: weights.map((weight, at) => ({
            key: `s${at}`,
            title: `来源${at}`,
            weight,
            outOf: '150',
          })),
          places,
          source,
        };
        const scores = Object.fromEntries(
          weights.map((_weight, at) => [`s${at}`, parts[at]?.score ?? 0]),
        );
        const result = combineScores(combination, scores);
        const sum = result.parts.reduce((all, { contribution }) => all + contribution, 0);
        expect(sum).toBe(result.sum);
        expect(result.final).toBe(result.sum + result.rounding);
        expect(result.final).toBeGreaterThanOrEqual(0);
        expect(result.sum).toBeLessThanOrEqual(1_000_000);
        expect(result.final % 10 ** (4 - places)).toBe(0);
        const reversed = { ...combination, sources: combination.sources.toReversed() };
        expect(combineScores(reversed, scores).final).toBe(result.final);
      }),
    );
  });
});

const candidates = fc.uniqueArray(
  fc.record({
    key: fc.nat(40).map((each) => `u${each}`),
    class: fc.constantFrom('a', 'b'),
    total: fc.nat(6),
    grade: fc.constantFrom('excellent', 'good'),
    isVetoed: fc.boolean(),
    isComplete: fc.boolean(),
  }),
  { selector: ({ key }) => key, maxLength: 20 },
);
const toCandidates = (
  list: {
    key: string;
    total: number;
    class: string;
    grade: string;
    isVetoed: boolean;
    isComplete: boolean;
  }[],
): Candidate[] =>
  list.map(({ total, ...rest }) => ({
    ...rest,
    figures: { total, base: 0, bonus: 0, deductions: 0, core: 0 },
  }));

describe('places', () => {
  const ranking = (ties: 'take-all' | 'take-none' | 'decide'): Ranking => ({
    key: 'r',
    title: '排名',
    scorecard: 'card',
    classes: [
      { key: 'a', title: '甲类' },
      { key: 'b', title: '乙类' },
    ],
    by: [{ metric: 'total', better: 'higher' }],
    ties: 'same-rank',
    select: {
      take: { kind: 'share', share: '30%', rounding: 'half-up', of: 'listed' },
      ties,
    },
    source,
  });

  it('are the same whatever order the units come in, and leave nobody out', () => {
    fc.assert(
      fc.property(shuffled(candidates), ([one, other]) => {
        const result = rankInClasses(ranking('decide'), toCandidates(one));
        expect(rankInClasses(ranking('decide'), toCandidates(other))).toEqual(result);
        const all = result.flatMap(({ places, unranked }) => [...places, ...unranked]);
        expect(all.map(({ key }) => key).sort()).toEqual(one.map(({ key }) => key).sort());
      }),
    );
  });

  it('take no more than the quota unless equals are all taken, and no worse before a better', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom('take-none', 'decide'), (list, ties) => {
        for (const { places, selection } of rankInClasses(ranking(ties), toCandidates(list))) {
          const { taken = [], quota = 0 } = selection ?? {};
          expect(taken.length).toBeLessThanOrEqual(quota);
          const first = places.slice(0, taken.length).map(({ key }) => key);
          expect([...taken].sort()).toEqual(first.sort());
        }
        for (const { places, selection } of rankInClasses(
          ranking('take-all'),
          toCandidates(list),
        )) {
          const { taken = [], quota = 0 } = selection ?? {};
          expect(taken.length).toBeGreaterThanOrEqual(Math.min(quota, places.length));
        }
      }),
    );
  });
});

it('proposals and uses do not depend on the order of what is on record', () => {
  const event = fc.record({
    id: fc.nat(20).map((each) => `e${each}`),
    on: fc.integer({ min: 1, max: 9 }).map((month) => `2024-0${month}-11`),
    category: fc.constantFrom('x', 'y'),
    reason: fc.constant('事由'),
  });
  const [alert] = soundEvaluation.alerts ?? [];
  const when = {
    kind: 'frequency',
    fact: 'f',
    apart: 'category',
    atLeast: 2,
    every: 'quarter',
  } as const;
  const rules = alert ? [{ ...alert, when }] : [];
  const uses = soundEvaluation.uses ?? [];
  fc.assert(
    fc.property(shuffled(fc.array(event, { maxLength: 10 })), ([one, other]) => {
      const propose = (events: typeof one) =>
        findProposals(rules, {
          periods: [{ key: '2024', facts: { f: { kind: 'events', events } } }],
        });
      expect(propose(other)).toEqual(propose(one));
      const use = (events: typeof one) =>
        usesInForce(uses, {
          decision: 'hospital-review',
          asOf: '2024-12-31',
          results: events.map(({ id, on, reason }) => ({
            id,
            on,
            reason,
            kind: 'veto' as const,
            of: 'full-table',
            outcome: 'red-packet',
          })),
        });
      expect(use(other)).toEqual(use(one));
    }),
  );
});
