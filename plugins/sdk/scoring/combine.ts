import type { Combination } from '#schema/contracts/campaign/score-combination.ts';
import { addRationals, compareRationals, type Rational } from '../numbers/rational.ts';
import { parsePoints, printPoints, roundPoints } from '../points/points.ts';
import { parsePercent } from '../points/ratio.ts';
import { phraseOf, type Phrase } from './phrases.ts';

/** What one source counts in the end; `contribution` of all of them is `sum`. */
export type CombinedPart = {
  key: string;
  score: number;
  counted: number;
  weight: string;
  contribution: number;
  reason: Phrase;
};

export type CombinedScore = {
  combination: string;
  complete: boolean;
  parts: CombinedPart[];
  sum: number;
  /** What the one rounding did. */
  rounding: number;
  final: number;
  pending: { source: string; reason: Phrase }[];
};

type Weighed = { part: CombinedPart; exact: Rational };

function weigh(source: Combination['sources'][number], given: number, total: number): Weighed {
  const [weight, outOf] = [parsePercent(source.weight), parsePoints(source.outOf)];
  const counted = Math.min(Math.max(given, 0), outOf);
  const exact = {
    n: BigInt(counted) * BigInt(weight) * BigInt(total),
    d: BigInt(outOf) * 1_000_000n,
  };
  const title = phraseOf(source.title);
  const reason = {
    zh: `${title.zh}${printPoints(counted)}分（满分${source.outOf}分），占${source.weight}`,
    en: `${title.en}: ${printPoints(counted)} of ${source.outOf}, weight ${source.weight}`,
  };
  const contribution = Number(exact.n / exact.d);
  const { key, weight: said } = source;
  return { part: { key, score: given, counted, weight: said, contribution, reason }, exact };
}

/** Units left over by cutting go to the largest remainders, so that the parts make up the sum. */
function spreadRest(weighed: readonly Weighed[], sum: number): void {
  let left = sum - weighed.reduce((total, { part }) => total + part.contribution, 0);
  const byRemainder = weighed
    .map((each, at) => ({ ...each, at, rest: { n: each.exact.n % each.exact.d, d: each.exact.d } }))
    .sort((one, other) => compareRationals(other.rest, one.rest) || one.at - other.at);
  for (const { part } of byRemainder) {
    if (left <= 0) return;
    part.contribution += 1;
    left -= 1;
  }
}

/**
 * R37: the weighted sum of several sources, exact until the one rounding at the end. `scores` are in
 * units by source; while one is missing the result is not complete.
 * `combineScores(combination, { daily: 900_000, 'year-end': 850_000 })`
 */
export function combineScores(
  combination: Combination,
  scores: Readonly<Record<string, number | undefined>>,
): CombinedScore {
  const total = parsePoints(combination.outOf);
  const pending: CombinedScore['pending'] = [];
  const weighed: Weighed[] = [];
  let exact: Rational = { n: 0n, d: 1n };
  for (const source of combination.sources) {
    const given = scores[source.key];
    if (given === undefined) {
      const { zh, en } = phraseOf(source.title);
      const reason = { zh: `尚无结果：${zh}`, en: `no result yet: ${en}` };
      pending.push({ source: source.key, reason });
      continue;
    }
    const each = weigh(source, given, total);
    weighed.push(each);
    exact = addRationals(exact, each.exact);
  }
  const sum = Number((exact.n * 2n + exact.d) / (exact.d * 2n));
  spreadRest(weighed, sum);
  const final = roundPoints(sum, combination.places);
  return {
    combination: combination.key,
    complete: pending.length === 0,
    parts: weighed.map(({ part }) => part),
    sum,
    rounding: final - sum,
    final,
    pending,
  };
}
