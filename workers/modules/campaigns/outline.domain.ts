import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import { computeCampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import type { CampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { ComputedDate } from '#plugins/sdk/dates/rule.ts';
import { dayLabel, dueAdvice } from '#plugins/sdk/dates/words.ts';
import type {
  CampaignDetail,
  OutlineClause,
  OutlineDate,
  OutlineTask,
} from '#schema/contracts/campaign-outline.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { IssueRegistration } from '#schema/contracts/campaigns.ts';

type OutlineInput = {
  campaign: Campaign;
  issue: IssueRegistration | null;
  publishedAt: number;
  calendar: WorkCalendar;
};
type Drawing = { campaign: Campaign; dates: CampaignDates; calendar: WorkCalendar };
type Outline = Pick<CampaignDetail, 'document' | 'workstreams' | 'phases' | 'clauses'>;

/** The document clause by clause, with what hangs on each and the days that its dates come to. */
export function toOutline({ campaign, issue, publishedAt, calendar }: OutlineInput): Outline {
  const publishedOn = dayAt(publishedAt);
  const issuedOn = issue?.signedOn;
  const options = { calendar, publishedOn, ...(issuedOn === undefined ? {} : { issuedOn }) };
  const dates = computeCampaignDates(campaign, options);
  const drawing = { campaign, dates, calendar };
  return {
    document: campaign.document,
    workstreams: campaign.workstreams ?? [],
    phases: campaign.phases.map(({ key, title, clause, from, to }) => ({
      key,
      title,
      clause,
      from: toDate(from.wording, dates.phases.get(key)?.from, drawing),
      to: toDate(to.wording, dates.phases.get(key)?.to, drawing),
    })),
    clauses: campaign.clauses.map((clause) => ({ ...clause, ...hangingOn(clause.key, drawing) })),
  };
}

type Hanging = Pick<OutlineClause, 'tasks' | 'indicators' | 'registers'>;

function hangingOn(clause: string, drawing: Drawing): Hanging {
  const { tasks, indicators, registers } = drawing.campaign;
  return {
    tasks: tasks.filter((task) => task.clause === clause).map((task) => toTask(task, drawing)),
    indicators: indicators
      .filter((indicator) => indicator.clause === clause)
      .map(({ key, title, definition, unit, direction, target }) => ({
        key,
        title,
        definition,
        unit,
        direction,
        target,
      })),
    registers: registers
      .filter((register) => register.clause === clause)
      .map(({ key, title, noun, sealed }) => ({ key, title, noun, sealed })),
  };
}

function toTask(task: Task, drawing: Drawing): OutlineTask {
  const { campaign, dates } = drawing;
  const computed = dates.tasks.get(task.key);
  const wording = task.due?.wording ?? task.recurs?.wording;
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
    ...(wording === undefined ? {} : { due: toDate(wording, computed?.due, drawing) }),
    occurrences: (computed?.occurrences ?? []).map(({ key, due }) => ({
      key,
      on: due,
      label: { zh: dayLabel(due), en: dayLabel(due, 'en') },
    })),
  };
}

function toDate(
  wording: string,
  computed: ComputedDate | undefined,
  { calendar }: Pick<Drawing, 'calendar'>,
): OutlineDate {
  if (computed?.status !== 'dated') return { wording };
  const { day } = computed;
  const advice = dueAdvice(day, calendar);
  return {
    wording,
    on: day,
    label: { zh: dayLabel(day), en: dayLabel(day, 'en') },
    ...(advice === undefined
      ? {}
      : { advice: { zh: advice, en: dueAdvice(day, calendar, 'en') ?? advice } }),
  };
}
