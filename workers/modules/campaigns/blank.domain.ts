import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { BlankDraft } from '#schema/contracts/campaigns.ts';

/** A document with a head and nothing else. Its key is made, and no other draft has it. */
export function blankCampaign(
  { title, kindName, issuer, year, period, offices, approval }: Omit<BlankDraft, 'from'>,
  uniqueName: string,
): Campaign {
  return {
    languageVersion,
    key: `plan-${uniqueName}-${year}`,
    title,
    year,
    period,
    document: { title, kindName, issuer, disclosure: 'on-request' },
    offices: offices.map((name, index) => ({ key: `office-${index + 1}`, title: name })),
    approval: approval.map((step, index) => ({ key: `step-${index + 1}`, ...step })),
    clauses: [],
    phases: [],
    tasks: [],
    forms: [],
    registers: [],
    indicators: [],
    scorecards: [],
    crosswalk: [],
  };
}
