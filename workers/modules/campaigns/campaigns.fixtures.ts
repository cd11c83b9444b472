import { on } from '#plugins/sdk/define.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { IssueRegistration, Published } from '#schema/contracts/campaigns.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TakenStep } from './usecases/import-campaign.ts';
import { importCampaign } from './usecases/import-campaign.ts';

export const goodIssue: IssueRegistration = {
  number: '测卫〔2026〕3号',
  signedOn: '2026-06-29',
  printedOn: '2026-06-30',
  disclosure: 'public',
};

/** A campaign of this year without a fault, whose chain is drafter, checker, signer. */
export function thisYear(changes: Partial<Campaign> = {}): Campaign {
  const base = smallCampaign();
  return {
    ...base,
    key: 'conduct-2026',
    title: '2026年行业作风建设工作方案',
    year: 2026,
    period: { from: '2026-07-01', to: '2026-12-31' },
    document: { ...base.document, signedOn: '2026-06-29' },
    phases: base.phases.map((phase) => ({
      ...phase,
      from: on('2026-07-01', '7月1日'),
      to: on('2026-11-30', '11月30日'),
    })),
    tasks: base.tasks.map((task) => ({
      ...task,
      due: on('2026-11-13', '2020年11月13日前'),
    })),
    ...changes,
  };
}

/** Who signed, each in the own post, as a campaign from outside brings it along. */
export function signaturesOf(site: TestSite): TakenStep[] {
  const at = site.database.clock.now();
  return (['drafter', 'checker', 'signer'] as const).map((name, index) => ({
    stepKey: ['draft', 'check', 'sign'][index] ?? '',
    personId: site.people[name] ?? '',
    post: name,
    at,
  }));
}

/** A running campaign of a site, signed and issued elsewhere. */
export function importInto(site: TestSite, campaign: Campaign = thisYear()): Promise<Published> {
  return importCampaign({
    context: { ...site.database, tenant: site.profile },
    input: { campaign, issue: goodIssue, signatures: signaturesOf(site), actor: testActor },
  });
}
