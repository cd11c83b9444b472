import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { CampaignDates } from '../dates/campaign-dates.ts';
import type { Day } from '../dates/days.ts';
import type { SelectedUnits } from './selected-units.ts';

/** 错误 stops publication, 提醒 wants a decision, 提示 is good to know. */
export type Severity = 'error' | 'warning' | 'hint';
export type Wording = { zh: string; en: string };

export type CampaignProblem = {
  severity: Severity;
  code: string;
  /** `tasks/self-check-report/due`: part, key, place. */
  path: string;
  clause?: string;
  message: Wording;
  mend: Wording;
};

/** What a crosswalk is held against. */
export type SharedIndicator = Pick<CommonIndicator, 'key' | 'form' | 'direction' | 'unit'>;

export type CheckContext = {
  calendar: WorkCalendar;
  dates: CampaignDates;
  issuedOn?: Day | undefined;
  organizations?: readonly OrganizationFacts[] | undefined;
  /** What audiences select; nothing where the units are not known. */
  units?: SelectedUnits | undefined;
  asOf: Day;
  previous?: Campaign | undefined;
  /** The campaign of the higher authority that is carried out. */
  upper?: Campaign | undefined;
  commonIndicators?: readonly SharedIndicator[] | undefined;
};

export type CampaignRule = (campaign: Campaign, context: CheckContext) => CampaignProblem[];

/** Chinese and English side by side. */
export function words(zh: string, en: string): Wording {
  return { zh, en };
}

/** The title of a task or phase as it is written. */
export function nameOf(named: { title: string | { zh: string } }): string {
  return typeof named.title === 'string' ? named.title : named.title.zh;
}
