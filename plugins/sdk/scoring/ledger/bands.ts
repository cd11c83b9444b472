import type { DemeritBand, DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import { parsePoints } from '../../points/points.ts';

/** A band as the integers it holds, both ends included. */
export type BandRange = { band: DemeritBand; cycles: number; low: number; high: number };

const largest = Number.MAX_SAFE_INTEGER;

function lowOf({ atLeast, above }: DemeritBand): number {
  const ends = [0];
  if (atLeast !== undefined) ends.push(parsePoints(atLeast));
  if (above !== undefined) ends.push(parsePoints(above) + 1);
  return Math.max(...ends);
}

function highOf({ below, atMost }: DemeritBand): number {
  const ends = [largest];
  if (below !== undefined) ends.push(parsePoints(below) - 1);
  if (atMost !== undefined) ends.push(parsePoints(atMost));
  return Math.min(...ends);
}

/** The bands of a ledger as ranges of integers, in the order of the standard. */
export function rangesOf({ bands }: DemeritLedger): BandRange[] {
  return bands.map((band) => ({
    band,
    cycles: band.cycles ?? 1,
    low: lowOf(band),
    high: highOf(band),
  }));
}

export const largestPoints = largest;
