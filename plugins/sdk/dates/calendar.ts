import { addDays, dayNumber, weekdayOf, yearOf, type Day } from './days.ts';

/**
 * Official rest days and make-up working days. Beyond `lastYear` nothing is published yet and a
 * result is provisional (暂按周末推算).
 */
export type WorkCalendar = {
  readonly lastYear: number;
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
};

export type CalendarYear = { year: number; holidays: Day[]; makeUpDays: Day[] };

/** The calendar with the notice of one more year entered by hand. */
export function withCalendarYear(calendar: WorkCalendar, notice: CalendarYear): WorkCalendar {
  const others = (days: ReadonlySet<Day>) => [...days].filter((day) => yearOf(day) !== notice.year);
  return {
    lastYear: Math.max(calendar.lastYear, notice.year),
    holidays: new Set([...others(calendar.holidays), ...notice.holidays]),
    makeUpDays: new Set([...others(calendar.makeUpDays), ...notice.makeUpDays]),
  };
}

/** True when the office works on that day. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  if (calendar.holidays.has(day)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** True when the calendar of that day's year is not published yet. */
export function isProvisional(day: Day, calendar: WorkCalendar): boolean {
  return yearOf(day) > calendar.lastYear;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(day: Day, calendar: WorkCalendar): Day {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

/** The day itself when it is a working day, else the one before. */
export function workingDayUntil(day: Day, calendar: WorkCalendar): Day {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, -1);
  return found;
}

/** The n-th working day after a day, which itself is not counted. */
export function addWorkingDays(day: Day, days: number, calendar: WorkCalendar): Day {
  let found = day;
  for (let left = days; left > 0; left -= 1) found = workingDayFrom(addDays(found, 1), calendar);
  return found;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const moved = exceptionsOf(calendar);
  return weekdaysBetween(first, last) + sumUntil(moved, last) - sumUntil(moved, first);
}

/** Days on which the notice says otherwise than the week, in order, each with the sum up to it. */
type Exceptions = readonly { readonly number: number; readonly sum: number }[];
const found = new WeakMap<WorkCalendar, Exceptions>();

/** Worked out once a calendar: a list of filings asks for a hundred due days. */
function exceptionsOf(calendar: WorkCalendar): Exceptions {
  const known = found.get(calendar);
  if (known !== undefined) return known;
  const isWeekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6;
  const rests = [...calendar.holidays].filter(
    (day) => !isWeekend(day) && !calendar.makeUpDays.has(day),
  );
  const worked = [...calendar.makeUpDays].filter(isWeekend);
  let sum = 0;
  const exceptions = [
    ...rests.map((day) => ({ number: dayNumber(day), by: -1 })),
    ...worked.map((day) => ({ number: dayNumber(day), by: 1 })),
  ]
    .sort((left, right) => left.number - right.number)
    .map(({ number, by }) => {
      sum += by;
      return { number, sum };
    });
  found.set(calendar, exceptions);
  return exceptions;
}

/** By how many days all exceptions up to and including a day change the count. */
function sumUntil(exceptions: Exceptions, number: number): number {
  let [low, high] = [0, exceptions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exceptions[middle]?.number ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return exceptions[low - 1]?.sum ?? 0;
}

/** Mondays to Fridays, by number; day 0 was a Thursday. */
function weekdaysBetween(from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * 5;
  for (let number = from + weeks * 7 + 1; number <= to; number += 1) {
    const weekday = (((number + 4) % 7) + 7) % 7;
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
