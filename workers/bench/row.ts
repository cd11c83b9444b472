import type { Words } from '../cli/terminal.ts';

/** What DESIGN 7 asks of a number: a share of the other side's, or a limit of its own. */
export type Goal =
  | { readonly kind: 'ratio-at-least'; readonly value: number }
  | { readonly kind: 'at-most'; readonly value: number };

/** One line of the bench's table. */
export type BenchRow = {
  readonly name: string;
  readonly title: Words;
  readonly unit: string;
  readonly ours: number;
  /** The same work by the other program of the comparison; nothing where there is none. */
  readonly theirs: number | null;
  readonly ratio: number | null;
  readonly goal: Goal | null;
  readonly met: boolean | null;
  readonly details: Readonly<Record<string, number | string>>;
};

type RowFacts = Pick<BenchRow, 'name' | 'title' | 'unit' | 'ours'> & {
  details?: BenchRow['details'];
};

/** A rate beside another one of the same run: how many times the other it is. */
export function ratioRow(facts: RowFacts & { theirs: number; atLeast: number | null }): BenchRow {
  const { theirs, atLeast, details = {}, ...rest } = facts;
  const ratio = theirs > 0 ? facts.ours / theirs : null;
  const goal: Goal | null = atLeast === null ? null : { kind: 'ratio-at-least', value: atLeast };
  const met = goal === null ? null : ratio !== null && ratio >= goal.value;
  return { ...rest, theirs, ratio, goal, met, details };
}

/** A number that has a limit, or none. */
export function limitRow(facts: RowFacts & { atMost: number | null }): BenchRow {
  const { atMost, details = {}, ...rest } = facts;
  const goal: Goal | null = atMost === null ? null : { kind: 'at-most', value: atMost };
  const met = goal === null ? null : facts.ours <= goal.value;
  return { ...rest, theirs: null, ratio: null, goal, met, details };
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, two) => one - two);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}
