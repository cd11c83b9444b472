import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { TakeNumber } from '#schema/contracts/papers.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { importInto, thisYear } from '#workers/modules/campaigns/campaigns.fixtures.ts';

/** A commission with a party committee: each numbers under its own prefix. */
export const twoIssuers: Partial<Campaign> = {
  issuers: [
    { key: 'party', title: '中共测试市卫生健康委员会委员会', kind: 'party' },
    { key: 'commission', title: '测试市卫生健康委员会', kind: 'administration' },
  ],
  series: [
    {
      key: 'advice',
      title: { zh: '整改建议书', en: 'Advice to put right' },
      issuer: 'commission',
      prefix: '测卫督',
      class: 'business',
    },
    {
      key: 'party-advice',
      title: { zh: '党委督办单', en: 'Supervision sheets of the party committee' },
      issuer: 'party',
      prefix: '测卫党督',
      class: 'business',
    },
    {
      key: 'papers',
      title: { zh: '委文件', en: 'Papers of the commission' },
      issuer: 'commission',
      prefix: '测卫',
      class: 'official',
    },
  ],
};

/** The id of a running campaign with two issuers. */
export async function publishSeries(
  site: TestSite,
  changes: Partial<Campaign> = {},
): Promise<string> {
  const { campaignId } = await importInto(site, thisYear({ ...twoIssuers, ...changes }));
  return campaignId;
}

export function paperOf(campaign: string, changes: Partial<TakeNumber> = {}): TakeNumber {
  return {
    campaign,
    series: 'advice',
    title: '关于规范收费公示的整改建议书',
    subject: { kind: 'other' },
    signedOn: '2026-07-01',
    signerPost: '分管领导',
    ...changes,
  };
}
