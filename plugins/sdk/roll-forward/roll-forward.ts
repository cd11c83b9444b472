import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { CampaignDocument } from '#schema/contracts/campaign/clause.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { addYears } from '../dates/days.ts';
import type { RollForwardPlan } from './plan.ts';
import { dayIn, proposePhaseDates, proposeTaskDate } from './propose.ts';
import { datesToReview, type ToReview } from './review.ts';
import { shiftPhase, shiftTask } from './shift.ts';

export type RollForwardOptions = {
  toYear: number;
  calendar: WorkCalendar;
  /** The edition's own plan; last year's own campaign needs none. */
  plan?: RollForwardPlan;
};

export type RolledForward = { campaign: Campaign; toReview: ToReview[] };

function keyIn(key: string, fromYear: number, toYear: number): string {
  if (key.includes(String(fromYear))) return key.replace(String(fromYear), String(toYear));
  return `${key.slice(0, 35)}-${toYear}`;
}

function titleIn(title: string, fromYear: number, toYear: number): string {
  if (title.includes(`${fromYear}年`)) return title.replaceAll(`${fromYear}年`, `${toYear}年`);
  return `${title}（${toYear}年）`;
}

/** A new paper: number and dates come with its own signing, the old one is its basis. */
function documentIn(document: CampaignDocument, title: string, fromYear: number): CampaignDocument {
  const { number, signedOn: _signedOn, printedOn: _printedOn, ...rest } = document;
  const origin = `《${document.title}》${number === undefined ? '' : `（${number}）`}`;
  return {
    ...rest,
    title,
    basis: [origin, ...(document.basis ?? [])],
    lineage: [
      {
        relation: 'basis',
        title: document.title,
        ...(number === undefined ? {} : { number }),
        issuer: document.issuer,
      },
      ...(document.lineage ?? []),
    ],
    note: {
      zh: `由${fromYear}年方案结转：条款引用原文件，日期以本年为准。`,
      en: `Rolled forward from ${fromYear}: clauses quote the original, dates are this year’s.`,
    },
  };
}

function periodIn({ period, year }: Campaign, toYear: number, plan: RollForwardPlan | undefined) {
  if (plan?.period) {
    return { from: dayIn(toYear, plan.period.from), to: dayIn(toYear, plan.period.to) };
  }
  const years = toYear - year;
  return { from: addYears(period.from, years), to: addYears(period.to, years) };
}

function unknownTargets(campaign: Campaign, plan: RollForwardPlan | undefined): string[] {
  const tasks = new Set(campaign.tasks.map(({ key }) => key));
  const phases = new Set(campaign.phases.map(({ key }) => key));
  return (plan?.proposedDates ?? []).flatMap((each) => {
    if ('task' in each) return tasks.has(each.task) ? [] : [each.task];
    return phases.has(each.phase) ? [] : [each.phase];
  });
}

/**
 * A campaign of another year: dates move with their wording kept, dates the commission adds are
 * marked as proposed, clauses stay as they are since they quote the original document.
 * `rollForward(campaign, { toYear: 2026, calendar, plan: edition.rollForward })`
 */
export function rollForward(campaign: Campaign, options: RollForwardOptions): RolledForward {
  const { toYear, calendar, plan } = options;
  const unknown = unknownTargets(campaign, plan);
  if (unknown.length > 0) throw new Error(`dates proposed for nothing: ${unknown.join(', ')}`);
  const years = toYear - campaign.year;
  const proposals = plan?.proposedDates ?? [];
  const title = plan?.title(toYear) ?? titleIn(campaign.title, campaign.year, toYear);
  const rolled: Campaign = {
    ...campaign,
    key: keyIn(campaign.key, campaign.year, toYear),
    title,
    year: toYear,
    period: periodIn(campaign, toYear, plan),
    document: documentIn(campaign.document, title, campaign.year),
    phases: campaign.phases.map((phase) =>
      proposePhaseDates(shiftPhase(phase, years), proposals, toYear),
    ),
    tasks: campaign.tasks.map((task) => proposeTaskDate(shiftTask(task, years), proposals, toYear)),
  };
  return { campaign: rolled, toReview: datesToReview(rolled, calendar) };
}
