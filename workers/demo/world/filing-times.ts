import type { Random } from './random.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

export type TimesInput = {
  readonly dueAt: number;
  /** When the filing was opened: nothing arrives before. */
  readonly openedAt: number;
  readonly now: number;
  readonly late: boolean;
  /** How many acts follow the first arrival: returns, mended filings, the acceptance. */
  readonly acts: number;
};

/** Midnight in China at the beginning of the day of an instant. */
function dayBegin(instant: number): number {
  return Math.floor((instant + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs;
}

function inOffice(day: number, random: Random): number {
  return dayBegin(day) + Math.round((8.5 + random.between(0, 90) / 10) * hourMs);
}

/** Three in ten come on the last day, nearly one in ten in its last two hours. */
function firstArrival({ dueAt, openedAt, late, now }: TimesInput, random: Random): number {
  const lastDay = dueAt - 1;
  if (late) return inOffice(lastDay + random.between(1, 8) * dayMs, random);
  const draw = random.between(1, 100);
  if (lastDay < now && draw <= 9) return dueAt - random.between(2, 118) * 60_000;
  if (lastDay < now && draw <= 30) return inOffice(lastDay, random);
  const earliest = Math.max(openedAt + dayMs, Math.min(lastDay, now) - 18 * dayMs);
  const room = Math.max(1, Math.floor((Math.min(lastDay, now) - earliest) / dayMs));
  return inOffice(Math.min(lastDay, now) - random.between(1, room) * dayMs, random);
}

/** When a filing arrived and what followed, in order, all of it before now. */
export function makeTimes(input: TimesInput, random: Random): number[] {
  const { now, openedAt, acts } = input;
  const latest = now - (acts + 1) * 2 * hourMs;
  const first = Math.max(openedAt + hourMs, Math.min(firstArrival(input, random), latest));
  const steps = Array.from({ length: acts }, () => random.between(20, 110) * hourMs);
  const total = steps.reduce((sum, step) => sum + step, 0);
  const room = now - hourMs - first;
  const squeeze = total > room ? (room * random.between(50, 95)) / (100 * total) : 1;
  const times = [first];
  let at = first;
  for (const step of steps) {
    at += Math.max(60_000, Math.floor(step * squeeze));
    times.push(at);
  }
  return times;
}
