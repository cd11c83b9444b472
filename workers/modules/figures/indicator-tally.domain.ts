import type { Period } from '#schema/contracts/period.ts';

/** What an indicator counts of its own: how many, of how many, and how many lines say so. */
export type IndicatorTally = {
  readonly numerator: number;
  readonly denominator: number;
  readonly lines: number;
  /** Of the lines, units with too few answers to be assessed. */
  readonly tooFew?: number | undefined;
  /** Whose figures they are, where a system elsewhere says them period by period. */
  readonly period?: Period | undefined;
};

export type Tallies = Readonly<Record<string, IndicatorTally>>;

export const noTally: IndicatorTally = { numerator: 0, denominator: 0, lines: 0 };

export function addTallies(left: Tallies | undefined, right: Tallies | undefined) {
  if (left === undefined || right === undefined) return left ?? right;
  const sums: Record<string, IndicatorTally> = { ...left };
  for (const [key, tally] of Object.entries(right)) sums[key] = add(sums[key] ?? noTally, tally);
  return sums;
}

function add(left: IndicatorTally, right: IndicatorTally): IndicatorTally {
  const tooFew = (left.tooFew ?? 0) + (right.tooFew ?? 0);
  const period = left.period ?? right.period;
  return {
    numerator: left.numerator + right.numerator,
    denominator: left.denominator + right.denominator,
    lines: left.lines + right.lines,
    ...(tooFew === 0 ? {} : { tooFew }),
    ...(period === undefined ? {} : { period }),
  };
}
