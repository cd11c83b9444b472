import type { Recurrence } from '#schema/contracts/campaign/dates.ts';
import { isProvisional, workingDayFrom, type WorkCalendar } from './calendar.ts';
import { addDays, addMonths, lastDayOfMonth, type Day } from './days.ts';

/** One turn of a recurring task: the period it reports on and the day it is due. */
export type Occurrence = { key: string; from: Day; to: Day; due: Day; provisional: boolean };

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function periodKey(every: Recurrence['every'], lastMonth: string): string {
  const [year = '', month = ''] = lastMonth.split('-');
  switch (every) {
    case 'month':
      return lastMonth;
    case 'quarter':
      return `${year}-Q${Number(month) / 3}`;
    case 'half-year':
      return `${year}-H${Number(month) / 6}`;
    case 'year':
      return year;
  }
}

/** Days after the period's end are a term and move off a rest day; days before it are not. */
function dueOf(end: Day, offset: number, calendar: WorkCalendar): Day {
  const day = addDays(end, offset);
  return offset > 0 ? workingDayFrom(day, calendar) : day;
}

/**
 * Every period that ends between `from` and `to`: a quarterly report of 2026 gives `2026-Q1` due in
 * April, and so on.
 */
export function occurrencesOf(recurrence: Recurrence, calendar: WorkCalendar): Occurrence[] {
  const months = monthsIn[recurrence.every];
  const found: Occurrence[] = [];
  let first = `${recurrence.from.slice(0, 4)}-01`;
  for (;;) {
    const lastMonth = addMonths(first, months - 1);
    const to = lastDayOfMonth(lastMonth);
    if (to > recurrence.to) return found;
    if (to >= recurrence.from) {
      const due = dueOf(to, recurrence.dueOffsetDays, calendar);
      const provisional = recurrence.dueOffsetDays > 0 && isProvisional(due, calendar);
      const key = periodKey(recurrence.every, lastMonth);
      found.push({ key, from: `${first}-01`, to, due, provisional });
    }
    first = addMonths(first, months);
  }
}
