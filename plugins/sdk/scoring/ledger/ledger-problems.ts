import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import { parsePoints, printPoints } from '../../points/points.ts';
import { largestPoints, rangesOf, type BandRange } from './bands.ts';

/** A band or tier of a ledger that fails, with where and why. */
export type LedgerProblem = {
  kind: 'hole' | 'overlap' | 'unreachable' | 'without-points' | 'twice' | 'without-consequence';
  path: string[];
  message: { zh: string; en: string };
};

function holeAt(ledger: DemeritLedger, low: number, high: number): LedgerProblem {
  const [from, to] = [printPoints(low), high >= largestPoints ? '' : printPoints(high)];
  const message = {
    zh: `${from}至${to || '更高'}分没有对应的档次`,
    en: `no band holds ${from} to ${to || 'more'} points`,
  };
  return { kind: 'hole', path: [ledger.key, 'bands'], message };
}

function overlapOf(ledger: DemeritLedger, low: BandRange, high: BandRange): LedgerProblem {
  const at = printPoints(high.low);
  const message = {
    zh: `“${low.band.key}”与“${high.band.key}”重叠，例如${at}分`,
    en: `“${low.band.key}” and “${high.band.key}” overlap, for example at ${at} points`,
  };
  return { kind: 'overlap', path: [ledger.key, 'bands', high.band.key], message };
}

/** Bands over one cycle must follow each other from 0 on; sums of several cycles may leave room. */
function findGaps(ledger: DemeritLedger, bands: readonly BandRange[]): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const inOrder = bands.filter(({ low, high }) => low <= high).sort((a, b) => a.low - b.low);
  const isWhole = inOrder[0]?.cycles === 1;
  let next = 0;
  let last: BandRange | undefined;
  for (const range of inOrder) {
    if (last && range.low < next) problems.push(overlapOf(ledger, last, range));
    const isInside = last !== undefined || isWhole;
    if (isInside && range.low > next) problems.push(holeAt(ledger, next, range.low - 1));
    if (range.high < next) continue;
    last = range;
    next = range.high === largestPoints ? range.high : range.high + 1;
  }
  if (last && last.high < largestPoints) problems.push(holeAt(ledger, next, largestPoints));
  return problems;
}

function tierProblems({ key, tiers }: DemeritLedger): LedgerProblem[] {
  return tiers.flatMap((tier, at): LedgerProblem[] => {
    const path = [key, 'tiers', tier.key];
    const isTwice = tiers.findIndex((each) => each.key === tier.key) !== at;
    if (isTwice) {
      return [{ kind: 'twice', path, message: { zh: '档次重复', en: 'the tier is stated twice' } }];
    }
    if (parsePoints(tier.points) > 0) return [];
    const message = { zh: '记分为0，不起作用', en: 'no points: the tier does nothing' };
    return [{ kind: 'without-points', path, message }];
  });
}

/**
 * Holes and overlaps between bands, bands that no points can reach, tiers without points; exact over
 * every integer unit. The lowest band may go without a consequence, no other may.
 */
export function findLedgerProblems(ledger: DemeritLedger): LedgerProblem[] {
  const ranges = rangesOf(ledger);
  const spans = [...new Set(ranges.map(({ cycles }) => cycles))];
  const unreachable = ranges
    .filter(({ low, high }) => low > high)
    .map(({ band }): LedgerProblem => {
      const message = { zh: '下限高于上限，永远不会达到', en: 'its lower end is above its upper' };
      return { kind: 'unreachable', path: [ledger.key, 'bands', band.key], message };
    });
  const mute = ranges
    .filter(({ band, low }) => low > 0 && band.consequence === undefined)
    .map(({ band }): LedgerProblem => {
      const message = { zh: '达到后没有后果', en: 'reaching it leads to nothing' };
      return { kind: 'without-consequence', path: [ledger.key, 'bands', band.key], message };
    });
  return [
    ...tierProblems(ledger),
    ...unreachable,
    ...spans.flatMap((cycles) =>
      findGaps(
        ledger,
        ranges.filter((each) => each.cycles === cycles),
      ),
    ),
    ...mute,
  ];
}
