import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { computeCampaignDates } from '../dates/campaign-dates.ts';
import type { Day } from '../dates/days.ts';
import type { CampaignProblem, CheckContext, Severity, SharedIndicator } from './problem.ts';
import { campaignRules } from './registry.ts';
import { selectUnits } from './selected-units.ts';

export type CheckOptions = {
  calendar: WorkCalendar;
  /** 印发日期; the document's own unless given. */
  issuedOn?: Day;
  publishedOn?: Day;
  /** The units of the commission; without them audiences are not counted. */
  organizations?: readonly OrganizationFacts[];
  /** The day on which audiences are counted; the first day of the period unless given. */
  asOf?: Day;
  previous?: Campaign;
  /** The campaign that is carried out (承接), where there is one. */
  upper?: Campaign;
  /** The shared indicators, where they are known. */
  commonIndicators?: readonly SharedIndicator[];
};

const order: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/**
 * 一致性检查: everything that is wrong, doubtful or worth knowing about a campaign, errors first.
 * `checkCampaign(campaign, { calendar: officialCalendar })`
 */
export function checkCampaign(campaign: Campaign, options: CheckOptions): CampaignProblem[] {
  const { calendar, issuedOn, publishedOn, organizations, ...rest } = options;
  const asOf = options.asOf ?? campaign.period.from;
  const context: CheckContext = {
    ...rest,
    calendar,
    dates: computeCampaignDates(campaign, {
      calendar,
      ...(issuedOn === undefined ? {} : { issuedOn }),
      ...(publishedOn === undefined ? {} : { publishedOn }),
    }),
    issuedOn: issuedOn ?? campaign.document.signedOn ?? campaign.document.printedOn,
    asOf,
    organizations,
    units: organizations && selectUnits(organizations, asOf),
  };
  const problems = campaignRules.flatMap((rule) => rule(campaign, context));
  return problems
    .map((problem, index) => ({ problem, index }))
    .sort((a, b) => order[a.problem.severity] - order[b.problem.severity] || a.index - b.index)
    .map(({ problem }) => problem);
}

/** 0 错 3 提示: how many of each. */
export function countProblems(problems: readonly CampaignProblem[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}
