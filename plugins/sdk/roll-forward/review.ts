import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { isWorkingDay } from '../dates/calendar.ts';
import { computeCampaignDates, type CampaignDates } from '../dates/campaign-dates.ts';
import type { ComputedDate } from '../dates/rule.ts';
import { dayLabel, dueAdvice } from '../dates/words.ts';

/**
 * A date that wants a look after rolling forward. `rest-day`: it fell on a rest day; `undated`: it
 * has none; `proposed`: the commission added it; `statutory`: a law or another paper sets it and may
 * have changed; `other-year`: its words still name another year.
 */
export type ToReview = {
  kind: 'rest-day' | 'undated' | 'proposed' | 'statutory' | 'other-year';
  path: string;
  wording: string;
  day?: string;
  message: { zh: string; en: string };
};

type Dated = { path: string; title: string; rule: DateRule; computed: ComputedDate | undefined };

function datesOf(campaign: Campaign, dates: CampaignDates): Dated[] {
  return [
    ...campaign.phases.flatMap(({ key, title, from, to }) => [
      { path: `phases/${key}/from`, title, rule: from, computed: dates.phases.get(key)?.from },
      { path: `phases/${key}/to`, title, rule: to, computed: dates.phases.get(key)?.to },
    ]),
    ...campaign.tasks.flatMap((task) =>
      task.due
        ? [
            {
              path: `tasks/${task.key}/due`,
              title: textIn(task.title, 'zh-CN').value,
              rule: task.due,
              computed: dates.tasks.get(task.key)?.due,
            },
          ]
        : [],
    ),
  ];
}

function otherYear(wording: string, year: number): boolean {
  return [...wording.matchAll(/(\d{4})年/gu)].some((match) => Number(match[1]) !== year);
}

function proposalReview(
  at: { path: string; wording: string },
  source: Source | undefined,
): ToReview[] {
  if (!source || !('proposed' in source)) return [];
  const [zh, en] = [textIn(source.reason, 'zh-CN').value, textIn(source.reason, 'en').value];
  return [{ ...at, kind: 'proposed', message: { zh: `建议日期：${zh}`, en: `Proposed: ${en}` } }];
}

/** A title in quotation marks, inside which its own become single ones; 《》 need none. */
function titled(title: string): string {
  if (title.startsWith('《') && title.endsWith('》')) return title;
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function undatedReview(at: { path: string; wording: string }, zh: string, en: string): ToReview {
  const message = { zh: `${titled(zh)}未定期限`, en: `“${en}” has no date yet` };
  return { ...at, kind: 'undated', message };
}

/** A date that a law or another paper sets, which the new year may find changed. */
function statutoryReview(
  at: { path: string; wording: string },
  source: Source | undefined,
): ToReview[] {
  if (!source || !('document' in source)) return [];
  const message = {
    zh: `依据${titled(source.document)}，请核对本年是否仍按此执行`,
    en: `Set by “${source.document}”: check that it still holds this year`,
  };
  return [{ ...at, kind: 'statutory', message }];
}

function restDayReview(
  at: { path: string; wording: string },
  day: string,
  calendar: WorkCalendar,
): ToReview {
  const message = {
    zh: `${dayLabel(day)}为休息日，${dueAdvice(day, calendar) ?? ''}`,
    en: `${dayLabel(day, 'en')} is a rest day; ${dueAdvice(day, calendar, 'en') ?? ''}`,
  };
  return { ...at, kind: 'rest-day', day, message };
}

function openReview(
  at: { path: string; wording: string },
  title: string,
  rule: DateRule,
): ToReview {
  if (rule.kind !== 'by-document') return undatedReview(at, title, title);
  const message = {
    zh: `${titled(title)}另按${titled(rule.document)}执行，本年日期待填`,
    en: `“${title}” follows “${rule.document}”; its day of this year is to be filled in`,
  };
  return { ...at, kind: 'undated', message };
}

function reviewOf(
  { path, title, rule, computed }: Dated,
  year: number,
  calendar: WorkCalendar,
): ToReview[] {
  const at = { path, wording: rule.wording };
  const found = [...proposalReview(at, rule.source), ...statutoryReview(at, rule.source)];
  if (computed?.status === 'undated') found.push(openReview(at, title, rule));
  if (computed?.status === 'dated' && rule.kind !== 'after' && !path.endsWith('/from')) {
    const { day } = computed;
    if (!isWorkingDay(day, calendar)) found.push(restDayReview(at, day, calendar));
  }
  if (otherYear(rule.wording, year)) {
    const message = {
      zh: `原文写的是“${rule.wording}”，请改写`,
      en: `The wording “${rule.wording}” names another year`,
    };
    found.push({ ...at, kind: 'other-year', message });
  }
  return found;
}

function recurrenceReview(
  { key, recurs }: Task,
  dates: CampaignDates,
  calendar: WorkCalendar,
): ToReview[] {
  if (!recurs) return [];
  const at = { path: `tasks/${key}/recurs`, wording: recurs.wording };
  const days = (dates.tasks.get(key)?.occurrences ?? []).map(({ due }) => due);
  return [
    ...proposalReview(at, recurs.source),
    ...statutoryReview(at, recurs.source),
    ...days
      .filter((day) => !isWorkingDay(day, calendar))
      .map((day) => restDayReview(at, day, calendar)),
  ];
}

/** Every date of a campaign that wants a look, in document order. */
export function datesToReview(campaign: Campaign, calendar: WorkCalendar): ToReview[] {
  const dates = computeCampaignDates(campaign, { calendar });
  return [
    ...datesOf(campaign, dates).flatMap((dated) => reviewOf(dated, campaign.year, calendar)),
    ...campaign.tasks.flatMap((task) => recurrenceReview(task, dates, calendar)),
    ...campaign.tasks
      .filter((task) => !task.due && !task.recurs)
      .map((task): ToReview => {
        const [zh, en] = [textIn(task.title, 'zh-CN').value, textIn(task.title, 'en').value];
        return undatedReview({ path: `tasks/${task.key}/due`, wording: '' }, zh, en);
      }),
  ];
}
