import { locale } from './i18n.ts';

const shanghaiOffset = 8 * 3_600_000;
const dayLength = 86_400_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const pad = (value: number) => String(value).padStart(2, '0');

type Parts = { year: number; month: number; day: number; weekday: number };

const partsOf = (day: string): Parts => {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
};

/** The calendar day in Asia/Shanghai, which has had no summer time since 1991. */
export const dayOf = (instant: number): string =>
  new Date(instant + shanghaiOffset).toISOString().slice(0, 10);

const timeOf = (instant: number): string =>
  new Date(instant + shanghaiOffset).toISOString().slice(11, 16);

const englishDay = (parts: Parts, withYear: boolean) =>
  `${parts.day} ${months[parts.month - 1]}${withYear ? ` ${parts.year}` : ''}`;

/** 11月15日（周日） */
export const formatDay = (day: string, options: { year?: boolean } = {}): string => {
  const parts = partsOf(day);
  if (locale() === 'en') {
    return `${englishWeekdays[parts.weekday]} ${englishDay(parts, options.year ?? false)}`;
  }
  const year = options.year ? `${parts.year}年` : '';
  return `${year}${parts.month}月${parts.day}日（周${weekdays[parts.weekday]}）`;
};

/** 2026年11月15日 */
export const formatDate = (day: string): string => {
  const parts = partsOf(day);
  if (locale() === 'en') return englishDay(parts, true);
  return `${parts.year}年${parts.month}月${parts.day}日`;
};

/** A due day ends with its day: 11月15日（周日）24:00 */
export const formatDue = (day: string): string =>
  `${formatDay(day)}${locale() === 'en' ? ' ' : ''}24:00`;

/** 2026年11月15日 16:22 */
export const formatInstant = (instant: number): string =>
  `${formatDate(dayOf(instant))} ${timeOf(instant)}`;

/** 16:22 today, 11月15日 16:22 otherwise. */
export const formatMoment = (instant: number, now: number): string => {
  const day = dayOf(instant);
  if (day === dayOf(now)) return timeOf(instant);
  const parts = partsOf(day);
  const date = locale() === 'en' ? englishDay(parts, false) : `${parts.month}月${parts.day}日`;
  return `${date} ${timeOf(instant)}`;
};

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);

const dayPatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Reads the ways people write a day; undefined when it is none. */
export const parseDay = (written: string): string | undefined => {
  const text = toHalfWidth(written).replace(/\s/g, '');
  for (const pattern of dayPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const day = `${match[1]}-${pad(Number(match[2]))}-${pad(Number(match[3]))}`;
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day
      ? undefined
      : day;
  }
  return undefined;
};

/** Chinese input methods leave full-width figures behind. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
