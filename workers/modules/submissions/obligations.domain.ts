import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { selectAudience } from '#plugins/sdk/audience/select.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import type { CampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import { dueInstant } from '#plugins/sdk/dates/days.ts';
import { datesOf } from '#plugins/sdk/dates/meaning.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';

/** What one unit owes: a task in a period, due on a day or on none yet. */
export type Obligation = {
  taskKey: string;
  occurrence: string;
  officeKey: string;
  organizationId: string;
  dueOn: string | null;
  dueAt: number | null;
  dueWording: string;
};

export type ObligationInput = {
  campaign: Campaign;
  units: readonly OrganizationFacts[];
  /** 印发日期 as it was registered; the document's own where nothing was. */
  issuedOn?: string | undefined;
  /** The day on which the version came into force: for tasks without a date. */
  publishedOn: string;
  calendar: WorkCalendar;
  cutOff: string;
};

const once = 'once';

/**
 * Everything a version asks for, unit by unit. A unit belongs to an audience as it is on the due day;
 * where that lies before the publication or nowhere, as it is on the day of the publication.
 */
export function obligationsOf(input: ObligationInput): Obligation[] {
  const { campaign, issuedOn, publishedOn, calendar } = input;
  const dates = datesOf(campaign).computeCampaignDates(campaign, {
    calendar,
    publishedOn,
    ...(issuedOn === undefined ? {} : { issuedOn }),
  });
  return campaign.tasks.flatMap((task) =>
    turnsOf(task, dates).flatMap(({ occurrence, dueOn, wording }) => {
      const day = dueOn === null || dueOn < publishedOn ? publishedOn : dueOn;
      return selectAudience(task.audience, input.units, day).map((unit) => ({
        taskKey: task.key,
        occurrence,
        officeKey: task.to,
        organizationId: unit.id,
        dueOn,
        dueAt: dueOn === null ? null : dueInstant(dueOn, input.cutOff),
        dueWording: wording,
      }));
    }),
  );
}

type Turn = { occurrence: string; dueOn: string | null; wording: string };

function turnsOf(task: Task, dates: CampaignDates): Turn[] {
  const known = dates.tasks.get(task.key);
  if (task.recurs !== undefined) {
    const { wording } = task.recurs;
    return (known?.occurrences ?? []).map(({ key, due }) => ({
      occurrence: key,
      dueOn: due,
      wording,
    }));
  }
  const due = known?.due;
  const dueOn = due?.status === 'dated' ? due.day : null;
  return [{ occurrence: once, dueOn, wording: task.due?.wording ?? '' }];
}

export type DueChange = { id: string; dueOn: string | null; dueAt: number | null };

/**
 * What an amendment changes for filings that have not arrived: those whose due day moved and that
 * nobody was given an extension for.
 */
export function dueChangesOf(
  open: readonly {
    id: string;
    taskKey: string;
    occurrence: string;
    organizationId: string;
    dueOn: string | null;
    extensionReason: string | null;
  }[],
  obligations: readonly Obligation[],
): DueChange[] {
  const wanted = new Map(obligations.map((each) => [keyOf(each), each]));
  return open.flatMap((filing) => {
    const obligation = wanted.get(keyOf(filing));
    if (obligation === undefined || filing.extensionReason !== null) return [];
    if (obligation.dueOn === filing.dueOn) return [];
    return [{ id: filing.id, dueOn: obligation.dueOn, dueAt: obligation.dueAt }];
  });
}

export function keyOf(each: {
  taskKey: string;
  occurrence: string;
  organizationId: string;
}): string {
  return `${each.taskKey} ${each.occurrence} ${each.organizationId}`;
}
