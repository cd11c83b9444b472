import type { Deadline, Repeats } from '#schema/contracts/requests.ts';
import { isProvisional, isWorkingDay, type WorkCalendar } from '../dates/calendar.ts';
import { addDays, dueInstant, lastDayOfMonth, type Day } from '../dates/days.ts';
import { occurrencesOf } from '../dates/recurrence.ts';

/** One reply that is due: `once`, a month (`2026-07`) or the due day of a week. */
export type DueReply = {
  key: string;
  dueOn: Day;
  dueAt: number;
  isRestDay: boolean;
  isProvisional: boolean;
};

type Due = { deadline: Deadline; repeats?: Repeats | undefined };

function weekly({ on }: Deadline, until: Day): { key: string; due: Day }[] {
  const found: { key: string; due: Day }[] = [];
  for (let due = on; due <= until; due = addDays(due, 7)) found.push({ key: due, due });
  return found;
}

/** The same day of each month; the last one where a month is shorter. */
function monthly({ on }: Deadline, until: Day): { key: string; due: Day }[] {
  const months = occurrencesOf(
    {
      every: 'month',
      dueOffsetDays: 0,
      from: on,
      to: lastDayOfMonth(until.slice(0, 7)),
      wording: '',
    },
    { lastYear: 0, holidays: new Set(), makeUpDays: new Set() },
  );
  return months
    .map(({ key, to }) => ({ key, due: [`${key}-${on.slice(8)}`, to].toSorted()[0] ?? to }))
    .filter(({ due }) => due <= until);
}

/**
 * The replies a request asks of each unit, in order: one, or one each week or month. A due day that
 * is a rest day is marked and stays where it is; a make-up working day is a working day.
 */
export function dueReplies({ deadline, repeats }: Due, calendar: WorkCalendar): DueReply[] {
  const days =
    repeats === undefined
      ? [{ key: 'once', due: deadline.on }]
      : repeats.every === 'week'
        ? weekly(deadline, repeats.until)
        : monthly(deadline, repeats.until);
  return days.map(({ key, due }) => ({
    key,
    dueOn: due,
    dueAt: dueInstant(due, deadline.hour),
    isRestDay: !isWorkingDay(due, calendar),
    isProvisional: isProvisional(due, calendar),
  }));
}
