import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { CampaignDocument } from '#schema/contracts/campaign/clause.ts';
import type { IssueRegistration } from '#schema/contracts/campaigns.ts';

export type SummaryRecord = { id: string; state: 'running' | 'archived' };
export type SummaryVersion = {
  hash: string;
  number: number;
  campaign: Pick<Campaign, 'key' | 'title' | 'year' | 'document'>;
  issue: IssueRegistration | null;
  publishedAt: number;
};

/** One campaign as a list shows it; what was registered at its issue comes before its draft. */
export function toSummary(record: SummaryRecord, version: SummaryVersion): CampaignSummary {
  const { campaign, issue } = version;
  const { kindName, number, printedOn } = campaign.document;
  return {
    id: record.id,
    key: campaign.key,
    title: campaign.title,
    kindName,
    year: campaign.year,
    number: issue?.number ?? number,
    printedOn: issue?.printedOn ?? printedOn,
    disclosure: disclosureOf(version),
    state: record.state,
    versionNumber: version.number,
    versionHash: version.hash,
    versionLabel: versionLabel(version),
    publishedAt: version.publishedAt,
    ...(version.number > 1 ? { amendedOn: dayAt(version.publishedAt) } : {}),
  };
}

/** 公开属性: as registered, else as the document says. */
export function disclosureOf({
  campaign,
  issue,
}: Pick<SummaryVersion, 'issue'> & {
  campaign: { document: Pick<CampaignDocument, 'disclosure'> };
}): CampaignDocument['disclosure'] {
  return issue?.disclosure ?? campaign.document.disclosure;
}

/** 第2版（6月3日修订）. The first version is no amendment. */
export function versionLabel({
  number,
  publishedAt,
}: Pick<SummaryVersion, 'number' | 'publishedAt'>): { zh: string; en: string } {
  if (number === 1) return { zh: '第1版', en: 'First issue' };
  const day = dayAt(publishedAt);
  const [, month, date] = day.split('-').map(Number);
  return {
    zh: `第${number}版（${month}月${date}日修订）`,
    en: `Issue ${number} (amended ${day})`,
  };
}
