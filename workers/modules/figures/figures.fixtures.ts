import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import {
  problemsRegister,
  registersCampaign,
  reopen,
  wallRegister,
} from '#workers/modules/registers/registers.fixtures.ts';
import { filingCampaign, publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';

/** A campaign with filings that are due, and registers whose entries are struck off. */
export function figuresCampaign(changes: Partial<Campaign> = {}): Campaign {
  const filing = filingCampaign();
  const registers = registersCampaign({ registers: [problemsRegister, wallRegister] });
  return {
    ...filing,
    key: 'figures',
    forms: [...filing.forms, ...registers.forms],
    clauses: [...filing.clauses, ...registers.clauses],
    registers: registers.registers,
    ...changes,
  };
}

/** Publishes it in a site of a test, with its filings and registers open. */
export async function publishFigures(site: TestSite, campaign: Campaign = figuresCampaign()) {
  const published = await publishInto(site, campaign);
  const { campaignId, hash } = published;
  await reopen(site, { campaignId, hash, previousHash: null });
  return published;
}
