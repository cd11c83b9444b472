import type { DemeritLedger, DemeritSubject } from '#schema/contracts/campaign/demerit-ledger.ts';
import { addDays, type Day } from '../../dates/days.ts';
import { divideFloor } from '../../points/points.ts';
import { addMonthsTo } from '../months.ts';

/** A cycle from its first to its last day. */
export type Cycle = { from: Day; to: Day };

const monthsOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The last reset up to a day sets everything before it back to zero. */
export function resetBefore({ resets = [] }: DemeritSubject, day: Day): Day | undefined {
  const days = resets.map(({ on }) => on).filter((on) => on <= day);
  return days.length === 0
    ? undefined
    : days.reduce((left, right) => (left < right ? right : left));
}

function anchoredOn(anchor: Day, months: number, day: Day): Cycle {
  let count = divideFloor(monthsOf(day) - monthsOf(anchor), months);
  if (addMonthsTo(anchor, count * months) > day) count -= 1;
  const from = addMonthsTo(anchor, count * months);
  return { from, to: addDays(addMonthsTo(anchor, (count + 1) * months), -1) };
}

/**
 * The cycle a day lies in; nothing where the subject's own first day is wanted and unknown. A reset
 * begins a cycle of its own.
 */
export function cycleOn(
  { cycle: { months, start } }: DemeritLedger,
  subject: DemeritSubject,
  day: Day,
): Cycle | undefined {
  const reset = resetBefore(subject, day);
  if (start === 'calendar') {
    const cycle = anchoredOn('2000-01-01', months, day);
    return reset !== undefined && reset > cycle.from ? { ...cycle, from: reset } : cycle;
  }
  const anchor = reset ?? subject.startsOn;
  return anchor === undefined ? undefined : anchoredOn(anchor, months, day);
}

/** The first day of the running cycle and so many before it, no further back than a reset. */
export function windowStart(
  ledger: DemeritLedger,
  subject: DemeritSubject,
  { day, cycles }: { day: Day; cycles: number },
): Day | undefined {
  const reset = resetBefore(subject, day);
  const current = cycleOn(ledger, subject, day);
  if (current === undefined) return undefined;
  const { months, start } = ledger.cycle;
  const anchor = start === 'calendar' ? anchoredOn('2000-01-01', months, day).from : current.from;
  const from = addMonthsTo(anchor, -(cycles - 1) * months);
  return reset !== undefined && reset > from ? reset : from;
}
