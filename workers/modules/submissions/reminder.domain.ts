import { addWorkingDays } from '#plugins/sdk/dates/calendar.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import { dayAt, daysBetween } from '#plugins/sdk/dates/days.ts';

/** Days since the oldest due day that is still open; the day after the due day is the first. */
export function overdueDays(oldestDueAt: number | null, now: number): number {
  if (oldestDueAt === null) return 0;
  return Math.max(1, daysBetween(dayAt(oldestDueAt - 1), dayAt(now)));
}

/** 催报文字: to paste into the chat group, units in their official order. */
export function reminderText(input: {
  asOf: number;
  title: { zh: string; en: string } | undefined;
  units: readonly string[];
  calendar: WorkCalendar;
}): { zh: string; en: string } {
  const { units, title } = input;
  const clock = clockLabel(input.asOf);
  if (units.length === 0) {
    return {
      zh: `截至${clock.zh}，没有逾期未报的单位。`,
      en: `As of ${clock.en}, nothing is overdue.`,
    };
  }
  const what = {
    zh: title === undefined ? '应报材料' : `《${title.zh}》`,
    en: title === undefined ? 'their filings' : `“${title.en}”`,
  };
  const noon = nextNoon(input.asOf, input.calendar);
  return {
    zh: `截至${clock.zh}，以下${units.length}家单位${what.zh}尚未报送：${units.join('、')}。请于${noon.zh}前报送，如有困难请说明。`,
    en: `As of ${clock.en}, ${units.length} units have not filed ${what.en}: ${units.join(', ')}. Please file by ${noon.en}, or say what stands in the way.`,
  };
}

/** 8月16日12:00: noon of the next working day, by which an urged unit is asked to answer. */
export function nextNoon(asOf: number, calendar: WorkCalendar): { zh: string; en: string } {
  const day = addWorkingDays(dayAt(asOf), 1, calendar);
  const [, month, date] = day.split('-');
  return { zh: `${Number(month)}月${Number(date)}日12:00`, en: `${day} 12:00` };
}

export function clockLabel(instant: number): { zh: string; en: string } {
  const day = dayAt(instant);
  const local = new Date(instant + 8 * 3_600_000);
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  const [, month = '', date = ''] = day.split('-');
  return { zh: `${Number(month)}月${Number(date)}日${time}`, en: `${day} ${time}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
