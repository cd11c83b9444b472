import { addMonths, lastDayOfMonth, type Day } from '../dates/days.ts';

/** The same day so many months on, or the last of that month where it has no such day. */
export function addMonthsTo(day: Day, months: number): Day {
  const month = addMonths(day.slice(0, 7), months);
  const last = lastDayOfMonth(month);
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
}
