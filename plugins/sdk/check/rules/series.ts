import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { words, type CampaignProblem, type CampaignRule } from '../problem.ts';

function unknownIssuer(campaign: Campaign): CampaignProblem[] {
  const known = new Set((campaign.issuers ?? []).map(({ key }) => key));
  const named = [
    ...(campaign.series ?? []).map(({ key, issuer }) => ({ path: `series/${key}/issuer`, issuer })),
    ...(campaign.document.issuingBody === undefined
      ? []
      : [{ path: 'document/issuingBody', issuer: campaign.document.issuingBody }]),
  ];
  return named
    .filter(({ issuer }) => !known.has(issuer))
    .map(({ path, issuer }) => ({
      severity: 'error' as const,
      code: 'series.unknown-issuer',
      path,
      message: words(`发文机关“${issuer}”没有列出`, `The issuing body “${issuer}” is not listed`),
      mend: words(
        '请从已列出的发文机关中选择，或先补上它',
        'Choose one of the issuing bodies, or add it first',
      ),
    }));
}

/** Two series under one prefix would give two papers one number. */
function sharedPrefix(campaign: Campaign): CampaignProblem[] {
  const series = campaign.series ?? [];
  return series
    .filter(({ prefix }, index) => series.findIndex((each) => each.prefix === prefix) < index)
    .map(({ key, prefix }) => ({
      severity: 'error' as const,
      code: 'series.shared-prefix',
      path: `series/${key}/prefix`,
      message: words(
        `两个编号序列共用“${prefix}”，会编出两个相同的文号`,
        `Two series share “${prefix}” and would give the same number twice`,
      ),
      mend: words('请给其中一个换一个机关代字', 'Give one of them another prefix'),
    }));
}

/** 发文机关与编号: a series belongs to a body that is there, and no other series looks like it. */
export const numberSeries: CampaignRule = (campaign) => [
  ...unknownIssuer(campaign),
  ...sharedPrefix(campaign),
];
