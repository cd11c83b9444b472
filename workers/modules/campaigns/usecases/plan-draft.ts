import { splitCampaign } from '#plugins/sdk/parts.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DraftOrigin, ReviewPoint } from '#schema/contracts/campaigns.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { insertParts } from '../draft-parts.repository.ts';
import { insertDraft } from '../drafts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { findCampaignByKey, loadVersion } from '../versions.repository.ts';

export type Opening = {
  campaign: Campaign;
  toReview: ReviewPoint[];
  origin: DraftOrigin;
  amends: string | null;
};

/** Who a draft is from: a person in a post, or what a command stands for. */
export type DraftAuthor = { readonly id: string; readonly post: string };

type PlanContext = Pick<TenantJobContext, 'tenant' | 'clock' | 'ids'>;

/** A new draft with all its parts, ready to be committed. */
export function planDraft(
  context: PlanContext,
  { opening, author }: { opening: Opening; author: DraftAuthor },
): { draft: DraftRow; steps: Step[] } {
  const at = context.clock.now();
  const { campaign, toReview, origin, amends } = opening;
  const draft: DraftRow = {
    id: context.ids.next('drf'),
    title: campaign.title,
    year: campaign.year,
    state: 'drafting',
    pluginId: context.tenant.plugin.id,
    pluginVersion: context.tenant.plugin.version,
    origin,
    amendsCampaignId: amends,
    toReview,
    approvalId: null,
    contentHash: null,
    issue: null,
    version: 1,
    createdAt: at,
    createdBy: author.id,
    updatedAt: at,
  };
  const parts = splitCampaign(campaign).map(({ kind, key, position, body }) => ({
    draftId: draft.id,
    kind,
    key,
    position,
    body,
    version: 1,
    changedAt: at,
    changedBy: author.id,
    changedByPost: author.post,
  }));
  return { draft, steps: [insertDraft(draft), ...insertParts(parts)] };
}

/** A year has one campaign of a work: whoever drafts it again amends it, archived or not. */
export async function findInForce(db: TenantJobContext['db'], campaign: Campaign) {
  const row = await findCampaignByKey(db, campaign);
  if (row === undefined) return undefined;
  const { number, hash } = await loadVersion(db, row.currentHash);
  return { id: row.id, version: { number, hash } };
}
