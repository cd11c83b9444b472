import { describe, expect, it } from 'vitest';
import type { ScoreEvent, ScoreFact, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreSheet } from '#schema/contracts/campaign/score-sheet.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { compileScorecard } from './compile.ts';
import { score } from './score.ts';
import { pricesOf } from './testing/changed-prices.fixtures.ts';

/**
 * Facts in, a sheet that a person computed out. `groups` names the groups that differ from their full
 * points; `byHand` is the arithmetic in words and ends with the final score.
 */
export type GoldenCase = {
  name: string;
  facts: ScoreFacts;
  byHand: string;
  groups?: Readonly<Record<string, string>>;
  final: string;
  grade: string | null;
  gradeBeforeVeto?: string;
  pending?: readonly string[];
  notApplicable?: readonly string[];
};

type Golden = {
  scorecard: Scorecard;
  /** Each group with its full points, as the edition's README has them. */
  full: Readonly<Record<string, string>>;
  cases: readonly GoldenCase[];
};

/** So many of each category: `happened({ late: 2, omitted: 1 })`. */
export function happened(counts: Record<string, number>): ScoreFact {
  const events = Object.entries(counts).map(([category, quantity]): ScoreEvent => ({
    id: category,
    category,
    quantity,
    on: '2024-06-30',
    reason: '台账登记',
  }));
  return { kind: 'events', events };
}

/** Exceptions a reviewer recorded, each at its own price: `recorded('2', '0.5')`. */
export function recorded(...points: string[]): ScoreFact {
  const events = points.map((each, at) => ({
    id: `d${at + 1}`,
    points: each,
    reason: '检查发现',
  }));
  return { kind: 'events', events };
}

export const counted = (count: number): ScoreFact => ({ kind: 'count', count });
export const waived = (reason: string): ScoreFact => ({ kind: 'not-applicable', reason });

/** What is held against the figures of a person, as text. */
function readSheet({ tree, final, grade, gradeBeforeVeto, pending }: ScoreSheet) {
  const items = tree.flatMap(({ children }) => children);
  return {
    groups: Object.fromEntries(tree.map((node) => [node.key, printPoints(node.score)])),
    final: printPoints(final),
    grade: grade?.key ?? null,
    gradeBeforeVeto: gradeBeforeVeto?.key ?? null,
    pending: pending.map(({ criterion }) => criterion),
    notApplicable: items.filter(({ state }) => state === 'not-applicable').map(({ key }) => key),
  };
}

function byPerson(each: GoldenCase, full: Golden['full']) {
  return {
    groups: { ...full, ...each.groups },
    final: each.final,
    grade: each.grade,
    gradeBeforeVeto: each.gradeBeforeVeto ?? each.grade,
    pending: each.pending ?? [],
    notApplicable: each.notApplicable ?? [],
  };
}

/** Whether any case comes out otherwise with this card. */
function isNoticed(card: Scorecard, { cases, full }: Golden): boolean {
  const compiled = compileScorecard(card);
  return cases.some((each) => {
    const sheet = readSheet(score(compiled, each.facts));
    return JSON.stringify(sheet) !== JSON.stringify(byPerson(each, full));
  });
}

/**
 * Holds a scorecard against cases worked out by hand, and the cases against the scorecard: a price,
 * a cap, a floor or a grade line that changes must be noticed by at least one of them.
 */
export function describeGoldenCases(title: string, golden: Golden): void {
  const { scorecard, full, cases } = golden;
  const compiled = compileScorecard(scorecard);

  describe(`golden cases: ${title}`, () => {
    it.each(cases)('$name：$byHand', ({ facts, ...rest }) => {
      expect(readSheet(score(compiled, facts))).toEqual(byPerson({ facts, ...rest }, full));
      expect(rest.byHand.endsWith(rest.final)).toBe(true);
    });

    it('there are ten or more, each with its own facts', () => {
      expect(cases.length).toBeGreaterThanOrEqual(10);
      expect(new Set(cases.map(({ facts }) => JSON.stringify(facts))).size).toBe(cases.length);
    });

    it('every group loses or wins something in one of them', () => {
      const touched = new Set(cases.flatMap(({ groups }) => Object.keys(groups ?? {})));
      expect([...touched].sort()).toEqual(Object.keys(full).sort());
    });

    it('the groups of the card are those that were counted by hand', () => {
      const own = scorecard.children.map(({ key, points }) => [key, points]);
      expect(Object.fromEntries(own)).toEqual(full);
      const sum = Object.values(full).reduce((total, each) => total + parsePoints(each), 0);
      expect(printPoints(sum)).toBe(scorecard.points);
    });

    it('nothing is noticed while nothing changes', () => {
      expect(isNoticed(scorecard, golden)).toBe(false);
    });

    it.each(pricesOf(scorecard))('notices that $path changes', ({ kind, changed }) => {
      const noticed = changed.map((card) => isNoticed(card, golden));
      const isEnough = kind === 'price' ? noticed.every(Boolean) : noticed.some(Boolean);
      expect(isEnough).toBe(true);
    });
  });
}
