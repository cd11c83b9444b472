import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { isWorkingDay } from '../dates/calendar.ts';
import { computeCampaignDates, type CampaignDates } from '../dates/campaign-dates.ts';
import type { ComputedDate } from '../dates/rule.ts';
import { dayLabel, dueAdvice } from '../dates/words.ts';

/**
 * A date that wants a look after rolling forward. `rest-day`: it fell on a rest day; `undated`: it
 * has none; `proposed`: the commission added it; `other-year`: its words still name another year.
 */
export type ToReview = {
  kind: 'rest-day' | 'undated' | 'proposed' | 'other-year';
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

function reviewOf(
  { path, title, rule, computed }: Dated,
  year: number,
  calendar: WorkCalendar,
): ToReview[] {
  const at = { path, wording: rule.wording };
  const found = proposalReview(at, rule.source);
  if (computed?.status === 'undated') {
    const message = { zh: `“${title}”未定期限`, en: `“${title}” has no date yet` };
    found.push({ ...at, kind: 'undated', message });
  }
  if (computed?.status === 'dated' && rule.kind !== 'after' && !path.endsWith('/from')) {
    const { day } = computed;
    if (!isWorkingDay(day, calendar)) {
      const message = {
        zh: `${dayLabel(day)}为休息日，${dueAdvice(day, calendar) ?? ''}`,
        en: `${dayLabel(day, 'en')} is a rest day; ${dueAdvice(day, calendar, 'en') ?? ''}`,
      };
      found.push({ ...at, kind: 'rest-day', day, message });
    }
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

function recurrenceReview(path: string, recurrence: Recurrence | undefined): ToReview[] {
  return recurrence ? proposalReview({ path, wording: recurrence.wording }, recurrence.source) : [];
}

/** Every date of a campaign that wants a look, in document order. */
export function datesToReview(campaign: Campaign, calendar: WorkCalendar): ToReview[] {
  const dates = computeCampaignDates(campaign, { calendar });
  return [
    ...datesOf(campaign, dates).flatMap((dated) => reviewOf(dated, campaign.year, calendar)),
    ...campaign.tasks.flatMap((task) => recurrenceReview(`tasks/${task.key}/recurs`, task.recurs)),
    ...campaign.tasks
      .filter((task) => !task.due && !task.recurs)
      .map((task): ToReview => {
        const [zh, en] = [textIn(task.title, 'zh-CN').value, textIn(task.title, 'en').value];
        const message = { zh: `“${zh}”未定期限`, en: `“${en}” has no date yet` };
        return { kind: 'undated', path: `tasks/${task.key}/due`, wording: '', message };
      }),
  ];
}
