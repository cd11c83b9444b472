import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Day } from './days.ts';
import { occurrencesOf, type Occurrence } from './recurrence.ts';
import { computeDueDay, computeStartDay, type ComputedDate, type DateContext } from './rule.ts';

export type CampaignDates = {
  phases: ReadonlyMap<string, { from: ComputedDate; to: ComputedDate }>;
  tasks: ReadonlyMap<string, { due?: ComputedDate; occurrences?: Occurrence[] }>;
};

export type CampaignDatesOptions = {
  calendar: WorkCalendar;
  /** 印发日期; the document's own unless given. */
  issuedOn?: Day;
  publishedOn?: Day;
};

type Known = {
  phases: Map<string, { from?: Day; to?: Day }>;
  tasks: Map<string, Day | undefined>;
};

function dayIn(date: ComputedDate | undefined): Day | undefined {
  return date?.status === 'dated' ? date.day : undefined;
}

/** One pass with what is known so far; dates counted from each other settle in later passes. */
function pass(campaign: Campaign, known: Known, base: DateContext) {
  const context: DateContext = { ...base, phases: known.phases, tasks: known.tasks };
  const due = (rule: DateRule) => computeDueDay(rule, context);
  const phases = new Map(
    campaign.phases.map((phase) => [
      phase.key,
      { from: computeStartDay(phase.from, context), to: due(phase.to) },
    ]),
  );
  const tasks = new Map(
    campaign.tasks.map((task) => [
      task.key,
      {
        ...(task.due ? { due: due(task.due) } : {}),
        ...(task.recurs ? { occurrences: occurrencesOf(task.recurs, base.calendar) } : {}),
      },
    ]),
  );
  return { phases, tasks };
}

function knownOf(dates: CampaignDates): Known {
  return {
    phases: new Map(
      [...dates.phases].map(([key, { from, to }]) => [key, { from: dayIn(from), to: dayIn(to) }]),
    ),
    tasks: new Map([...dates.tasks].map(([key, { due }]) => [key, dayIn(due)])),
  };
}

/** Every date of a campaign, dates counted from phases and other tasks included. */
export function computeCampaignDates(
  campaign: Campaign,
  options: CampaignDatesOptions,
): CampaignDates {
  const issuedOn =
    options.issuedOn ?? campaign.document.signedOn ?? campaign.document.printedOn ?? undefined;
  const base: DateContext = {
    calendar: options.calendar,
    issuedOn,
    publishedOn: options.publishedOn,
  };
  let dates: CampaignDates = { phases: new Map(), tasks: new Map() };
  // A chain of anchors is never longer than there are phases and tasks; a circle stays undated.
  const longest = campaign.phases.length + campaign.tasks.length + 1;
  for (let turn = 0; turn < longest; turn += 1) {
    const before = JSON.stringify([...knownOf(dates).phases, ...knownOf(dates).tasks]);
    dates = pass(campaign, knownOf(dates), base);
    const after = JSON.stringify([...knownOf(dates).phases, ...knownOf(dates).tasks]);
    if (before === after) break;
  }
  return dates;
}
