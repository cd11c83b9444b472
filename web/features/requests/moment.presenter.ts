import { isWorkingDay, workingDayUntil } from '#plugins/sdk/dates/calendar.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { formatDay, parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';

const pattern = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Midnight at the start of a day is written as the day before, 24:00. */
export const isHour = (hour: string): boolean => pattern.test(hour) && hour !== '00:00';

/** 17:30 as people write it: ９：００, 9.30, 17:30. */
export const readHour = (written: string): string => {
  const half = written.replace(/[０-９：．]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  const match = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(half);
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : half.trim();
};

/** Said, never moved: 7月18日（周六）为休息日，日期不会自动顺延。可改为7月17日（周五）。 */
export const restDayWords = (written: string): string | undefined => {
  const day = parseDay(written);
  if (day === undefined || isWorkingDay(day, officialCalendar)) return undefined;
  const better = workingDayUntil(day, officialCalendar);
  return t('requests.rest-day', { day: formatDay(day), better: formatDay(better) });
};
