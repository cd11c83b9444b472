/** A calendar day as `YYYY-MM-DD`; arithmetic runs on day numbers, never on `Date`. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthPattern = /^(\d{4})-(\d{2})$/;
/** Asia/Shanghai has had one offset since 1991-09-15. */
const shanghaiOffset = 8 * 3_600_000;
const dayLength = 86_400_000;

// Days from civil, after Howard Hinnant: eras of 400 years starting on 1 March.
function numberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Number of the day, 1970-01-01 being 0: `dayNumber('1970-01-02') === 1`. */
export function dayNumber(day: Day): number {
  const match = dayPattern.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return numberOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day with that number: `dayOfNumber(1) === '1970-01-02'`. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1;
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** True for a day that exists: `isDay('2026-02-29') === false`. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && dayPattern.test(text) && dayOfNumber(dayNumber(text)) === text;
}

/** True for a month such as `2026-02`. */
export function isMonth(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const month = Number(monthPattern.exec(text)?.[2]);
  return month >= 1 && month <= 12;
}

/** `addDays('2026-02-28', 1) === '2026-03-01'`. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Natural days from one day to another: `daysBetween('2026-01-01', '2026-01-03') === 2`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday: `weekdayOf('2020-11-15') === 0`. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** `lastDayOfMonth('2024-02') === '2024-02-29'`. */
export function lastDayOfMonth(month: string): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** `addMonths('2026-12', 1) === '2027-01'`. */
export function addMonths(month: string, months: number): string {
  const match = monthPattern.exec(month);
  if (!match) throw new RangeError(`not a month: ${month}`);
  const count = Number(match[1]) * 12 + Number(match[2]) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((count % 12) + 1)}`;
}

/** So many years on; 29 February becomes 28: `addYears('2024-02-29', 1) === '2025-02-28'`. */
export function addYears(day: Day, years: number): Day {
  const month = addMonths(day.slice(0, 7), years * 12);
  const last = lastDayOfMonth(month);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

/** The day in Asia/Shanghai at an instant. */
export function dayAt(instant: number): Day {
  return dayOfNumber(Math.floor((instant + shanghaiOffset) / dayLength));
}

/** Hours and minutes of a cut-off: 24:00 unless a commission closes earlier. */
export type CutOff = string;
export const endOfDay: CutOff = '24:00';

/** The instant a day begins in Shanghai: `startOfDay('2020-11-15')` is midnight before the 15th. */
export function startOfDay(day: Day): number {
  return dayNumber(day) * dayLength - shanghaiOffset;
}

/** The instant a due day ends: `dueInstant('2020-11-15')` is midnight after the 15th in Shanghai. */
export function dueInstant(day: Day, cutOff: CutOff = endOfDay): number {
  const match = /^(\d{2}):(\d{2})$/.exec(cutOff);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes > 0 && minutes <= 1440)) throw new RangeError(`not a cut-off: ${cutOff}`);
  return dayNumber(day) * dayLength - shanghaiOffset + minutes * 60_000;
}
