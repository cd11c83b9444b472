import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import type { CampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { datesOf } from '#plugins/sdk/dates/meaning.ts';
import type { ComputedDate } from '#plugins/sdk/dates/rule.ts';
import { dayLabel, dueAdvice } from '#plugins/sdk/dates/words.ts';
import type {
  CampaignDetail,
  OutlineClause,
  OutlineDate,
  OutlineTask,
} from '#schema/contracts/campaign-outline.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { IssueRegistration } from '#schema/contracts/campaigns.ts';

type OutlineInput = {
  campaign: Campaign;
  issue: IssueRegistration | null;
  publishedAt: number;
  calendar: WorkCalendar;
};
type Drawing = { campaign: Campaign; dates: CampaignDates; calendar: WorkCalendar };
type Outline = Pick<CampaignDetail, 'document' | 'workstreams' | 'labels' | 'phases' | 'clauses'>;

/** The document clause by clause, with what hangs on each and the days that its dates come to. */
export function toOutline({ campaign, issue, publishedAt, calendar }: OutlineInput): Outline {
  const publishedOn = dayAt(publishedAt);
  const issuedOn = issue?.signedOn;
  const options = { calendar, publishedOn, ...(issuedOn === undefined ? {} : { issuedOn }) };
  const dates = datesOf(campaign).computeCampaignDates(campaign, options);
  const drawing = { campaign, dates, calendar };
  return {
    document: campaign.document,
    workstreams: campaign.workstreams ?? [],
    ...(campaign.labels === undefined ? {} : { labels: campaign.labels }),
    phases: campaign.phases.map(({ key, title, clause, from, to }) => ({
      key,
      title,
      clause,
      from: toDate(from, dates.phases.get(key)?.from, drawing),
      to: toDate(to, dates.phases.get(key)?.to, drawing),
    })),
    clauses: campaign.clauses.map((clause) => ({ ...clause, ...hangingOn(clause.key, drawing) })),
  };
}

/** A rule of any kind of date, once or in turns. */
type Worded = { wording: string; source?: Source | undefined };
type Hanging = Pick<OutlineClause, 'tasks' | 'indicators' | 'registers'>;

function hangingOn(clause: string, drawing: Drawing): Hanging {
  const { tasks, indicators, registers } = drawing.campaign;
  return {
    tasks: tasks.filter((task) => task.clause === clause).map((task) => toTask(task, drawing)),
    indicators: indicators
      .filter((indicator) => indicator.clause === clause)
      .map(({ key, title, definition, unit, direction, target, source }) => ({
        key,
        title,
        definition,
        unit,
        direction,
        target,
        source,
      })),
    registers: registers
      .filter((register) => register.clause === clause)
      .map(({ key, title, noun, sealed, source }) => ({ key, title, noun, sealed, source })),
  };
}

function toTask(task: Task, drawing: Drawing): OutlineTask {
  const { campaign, dates } = drawing;
  const computed = dates.tasks.get(task.key);
  const rule = task.due ?? task.recurs;
  return {
    key: task.key,
    title: task.title,
    deliverables: task.deliverables,
    signOff: task.signOff,
    nilReturn: task.nilReturn,
    minutes: task.minutes,
    guidance: task.guidance,
    source: task.source,
    audience: { zh: describeAudience(task.audience), en: describeAudience(task.audience, 'en') },
    office: campaign.offices.find(({ key }) => key === task.to)?.title ?? task.to,
    form: { key: task.form, title: campaign.forms.find(({ key }) => key === task.form)?.title },
    ...(rule === undefined ? {} : { due: toDate(rule, computed?.due, drawing) }),
    occurrences: (computed?.occurrences ?? []).map(({ key, due }) => ({
      key,
      on: due,
      label: { zh: dayLabel(due), en: dayLabel(due, 'en') },
    })),
  };
}

/** A date of ours says why it is there; one of the document keeps its words. */
function wordsOf({ wording, source }: Worded): Pick<OutlineDate, 'wording' | 'proposed'> {
  return source !== undefined && 'proposed' in source
    ? { wording, proposed: source.reason }
    : { wording };
}

function toDate(
  rule: Worded,
  computed: ComputedDate | undefined,
  { calendar }: Pick<Drawing, 'calendar'>,
): OutlineDate {
  if (computed?.status !== 'dated') return wordsOf(rule);
  const { day } = computed;
  const advice = dueAdvice(day, calendar);
  return {
    ...wordsOf(rule),
    on: day,
    label: { zh: dayLabel(day), en: dayLabel(day, 'en') },
    ...(advice === undefined
      ? {}
      : { advice: { zh: advice, en: dueAdvice(day, calendar, 'en') ?? advice } }),
  };
}
