import type { Language } from '#schema/contracts/campaign/text.ts';
import {
  isProvisional,
  isWorkingDay,
  workingDaysBetween,
  workingDayUntil,
  type WorkCalendar,
} from './calendar.ts';
import { daysBetween, endOfDay, weekdayOf, type CutOff, type Day } from './days.ts';

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 周日 or Sunday. */
export function weekdayName(day: Day, language: Language = 'zh-CN'): string {
  return weekdays[language][weekdayOf(day)] ?? '';
}

/** 11月15日（周日）, or Sunday 15 Nov. With the year where it may be in doubt. */
export function dayLabel(
  day: Day,
  language: Language = 'zh-CN',
  options: { year?: boolean } = {},
): string {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  const year = day.slice(0, 4);
  if (language === 'en') {
    const words = `${weekdayName(day, 'en')} ${date} ${months[month - 1]}`;
    return options.year ? `${words} ${year}` : words;
  }
  return `${options.year ? `${year}年` : ''}${month}月${date}日（${weekdayName(day)}）`;
}

/** 11月15日（周日）24:00. */
export function dueLabel(
  day: Day,
  language: Language = 'zh-CN',
  options: { year?: boolean; cutOff?: CutOff } = {},
): string {
  const label = dayLabel(day, language, options);
  const cutOff = options.cutOff ?? endOfDay;
  return language === 'en' ? `${label}, ${cutOff}` : `${label}${cutOff}`;
}

/** 建议周五前, when the due day is a rest day; nothing when it is a working day. */
export function dueAdvice(
  day: Day,
  calendar: WorkCalendar,
  language: Language = 'zh-CN',
): string | undefined {
  if (isWorkingDay(day, calendar)) return undefined;
  const before = workingDayUntil(day, calendar);
  const near = daysBetween(before, day) < 7;
  const name = near ? weekdayName(before, language) : dayLabel(before, language);
  return language === 'en' ? `better by ${name}` : `建议${name}前`;
}

export type DaysLeft = { workingDays: number; overdue: boolean; provisional: boolean };

/** Working days left after today, the due day included; overdue counts from the day after. */
export function daysLeft(today: Day, due: Day, calendar: WorkCalendar): DaysLeft {
  return {
    workingDays: Math.abs(workingDaysBetween(today, due, calendar)),
    overdue: today > due,
    provisional: isProvisional(due, calendar),
  };
}

/** 还有3个工作日, 今天截止, 已逾期2个工作日; says 暂按周末推算 beyond the published calendar. */
export function daysLeftWords(
  today: Day,
  due: Day,
  calendar: WorkCalendar,
  language: Language = 'zh-CN',
): string {
  const { workingDays, overdue, provisional } = daysLeft(today, due, calendar);
  const english = workingDays === 1 ? '1 working day' : `${workingDays} working days`;
  const words =
    today === due
      ? { 'zh-CN': '今天截止', en: 'due today' }
      : overdue
        ? { 'zh-CN': `已逾期${workingDays}个工作日`, en: `${english} overdue` }
        : { 'zh-CN': `还有${workingDays}个工作日`, en: `${english} left` };
  if (!provisional) return words[language];
  return language === 'en'
    ? `${words.en} (provisional: weekends only)`
    : `${words['zh-CN']}（暂按周末推算）`;
}
