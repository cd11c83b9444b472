import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import {
  problemsRegister,
  registersCampaign,
  reopen,
  wallRegister,
} from '#workers/modules/registers/registers.fixtures.ts';
import { filingCampaign, publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import type { Step } from '#workers/platform/database/change.ts';

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

/** Commits steps as the test's own actor. */
export async function commitSteps(site: TestSite, steps: readonly Step[]): Promise<void> {
  const { writer, clock } = site.database;
  const outcome = await writer.commit({
    steps,
    audit: {
      action: 'submission.save',
      actor: testActor,
      subjectKind: 'submission',
      subjectId: 'several',
      at: clock.now(),
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}
