import { dayAt, dueInstant } from '#plugins/sdk/dates/days.ts';
import type { Day } from '#plugins/sdk/dates/days.ts';

/** As of when figures are read: now, or the end of a day that is over. */
export type Moment = {
  /** What is known: everything up to and including this instant. */
  readonly asOf: number;
  /** The newest due instant that has passed. */
  readonly duePassed: number;
  /** Clocks of registers count whole days. */
  readonly today: Day;
  /** Absent where it is now. */
  readonly day?: Day;
};

/** Nothing for a day that has not come; today is as of now. */
export function momentOf(day: Day | undefined, now: number): Moment | undefined {
  const today = dayAt(now);
  if (day === undefined || day === today) return { asOf: now, duePassed: now - 1, today };
  if (day > today) return undefined;
  const end = dueInstant(day);
  return { asOf: end, duePassed: end, today: day, day };
}
