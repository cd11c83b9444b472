import { describeDifferences } from '#plugins/sdk/differences/differences.ts';
import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { IssueRegistration, Published } from '#schema/contracts/campaigns.ts';
import type { PluginPin } from '#schema/contracts/tenants.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { CAMPAIGN_PUBLISHED } from '../campaigns.events.ts';
import type { CampaignPublished } from '../campaigns.events.ts';
import { insertCampaign, insertVersion, updateCurrentVersion } from '../versions.repository.ts';
import type { CampaignRow, CampaignVersion } from '../versions.repository.ts';

export type Publication = {
  campaign: Campaign;
  hash: string;
  plugin: PluginPin;
  issue: IssueRegistration | null;
  approvalId: string | null;
  state: CampaignRow['state'];
  /** The campaign that goes on under another version, with the version in force so far. */
  amends?: { row: CampaignRow; version: CampaignVersion } | undefined;
};

export type PublicationPlan = {
  published: Published;
  steps: Step[];
  event: OutboxEventDraft;
};

/** A version and its campaign, as steps of one change, with the event that they came into force. */
export function planPublication(
  context: Pick<TenantJobContext, 'clock' | 'ids'>,
  publication: Publication,
): PublicationPlan {
  const { campaign, hash, plugin, amends, state } = publication;
  const at = context.clock.now();
  const campaignId = amends?.row.id ?? context.ids.next('cmp');
  const number = (amends?.version.number ?? 0) + 1;
  const version = insertVersion({
    hash,
    campaignId,
    number,
    document: campaign,
    languageVersion,
    pluginId: plugin.id,
    pluginVersion: plugin.version,
    issue: publication.issue,
    changes: amends ? changesSince(amends.version, campaign) : [],
    approvalId: publication.approvalId,
    publishedAt: at,
  });
  const own = amends
    ? updateCurrentVersion(amends.row, { currentHash: hash, title: campaign.title, state })
    : insertCampaign(newRow(campaignId, publication, at));
  const payload: CampaignPublished = {
    campaignId,
    hash,
    previousHash: amends?.version.hash ?? null,
  };
  return {
    published: { campaignId, versionNumber: number, versionHash: hash },
    steps: [version, own],
    event: { type: CAMPAIGN_PUBLISHED, subjectId: campaignId, payload },
  };
}

/** 修订说明. */
function changesSince(before: CampaignVersion, after: Campaign) {
  return describeDifferences(before.campaign, after).map(({ message }) => message);
}

function newRow(id: string, { campaign, hash, state }: Publication, at: number): CampaignRow {
  const { key, year, title } = campaign;
  return { id, key, year, title, state, currentHash: hash, version: 1, createdAt: at };
}
