import { workingDaysBetween, type WorkCalendar } from '../dates/calendar.ts';
import { daysBetween, type Day } from '../dates/days.ts';
import type { ClockReading } from './moments.ts';

/**
 * A reading of an earlier day, read again today, when nothing has happened since: what is left goes
 * down, everything else stays. Lists do this instead of running every clock anew.
 */
export function rereadClock(
  reading: ClockReading,
  today: Day,
  calendar: WorkCalendar,
): ClockReading {
  const { dueOn, status, unit } = reading;
  if (status !== 'running' || dueOn === undefined) return reading;
  const left =
    unit === 'working' ? workingDaysBetween(today, dueOn, calendar) : daysBetween(today, dueOn);
  return { ...reading, left, overdue: today > dueOn };
}
