import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import { rollForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { RolledForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type {
  Draft,
  DraftMoved,
  DraftOrigin,
  OpenDraft,
  ReviewPoint,
} from '#schema/contracts/campaigns.ts';
import { loadEdition } from '#workers/modules/plugin-host/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { insertParts } from '../draft-parts.repository.ts';
import type { PartRow } from '../draft-parts.repository.ts';
import { insertDraft } from '../drafts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { findCampaignByKey, findCampaignRow, loadVersion } from '../versions.repository.ts';
import { changeOf, movedOf, postOf } from './commit-draft.ts';
import { showDraft } from './show-draft.ts';

type Opening = {
  campaign: Campaign;
  toReview: ReviewPoint[];
  origin: DraftOrigin;
  amends: string | null;
};

/** Opens a draft: a template as it is or for another year, or the running version to amend it. */
export async function openDraft(request: {
  context: TenantContext;
  input: OpenDraft & { requestKey?: RequestKey | undefined };
}): Promise<Draft> {
  const { context, input } = request;
  assertCan(context.actor, 'campaigns.draft', {});
  const { requestKey, ...wanted } = input;
  const opening =
    wanted.from === 'template'
      ? await fromTemplate(context, wanted)
      : await fromVersion(context, wanted);
  const draft = newDraft(context, opening);
  const action = opening.amends === null ? 'campaign.create' : 'campaign.amend';
  const steps = [insertDraft(draft), ...insertParts(newParts(context, draft, opening.campaign))];
  const facts = { origin: opening.origin };
  const change = changeOf(context, { draftId: draft.id, action, facts, steps });
  const answer: DraftMoved = movedOf(draft);
  const { id } = await commitAnswer(context.writer, change, { answer, requestKey });
  return showDraft({ context, input: { id } });
}

type FromTemplate = Extract<OpenDraft, { from: 'template' }>;
type FromVersion = Extract<OpenDraft, { from: 'version' }>;

async function fromTemplate(context: TenantContext, input: FromTemplate): Promise<Opening> {
  const { plugin, year, toYear } = input;
  if (plugin !== context.tenant.plugin.id) throw campaignsErrors['campaigns.unknown_template']();
  const { campaign: original, rollForward: plan } = await loadEdition(context.tenant, year);
  const isRolled = toYear !== undefined && toYear !== year;
  const drafted = isRolled
    ? toPoints(rollForward(original, { toYear, calendar: officialCalendar, plan }))
    : { campaign: original, toReview: [] };
  const known = await findInForce(context, drafted.campaign);
  return {
    ...drafted,
    origin: {
      from: 'template',
      plugin,
      year,
      ...(isRolled ? { toYear } : {}),
      ...(known === undefined ? {} : { replaces: known.version }),
    },
    amends: known?.id ?? null,
  };
}

/** A year has one campaign of a work: whoever drafts it again amends it, archived or not. */
async function findInForce(context: TenantContext, campaign: Campaign) {
  const row = await findCampaignByKey(context.db, campaign);
  if (row === undefined) return undefined;
  const { number, hash } = await loadVersion(context.db, row.currentHash);
  return { id: row.id, version: { number, hash } };
}

async function fromVersion(context: TenantContext, input: FromVersion): Promise<Opening> {
  const { campaignId, toYear } = input;
  const row = await findCampaignRow(context.db, campaignId);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  const { campaign, number, hash } = await loadVersion(context.db, row.currentHash);
  const origin = { from: 'version' as const, campaignId, title: campaign.title, number, hash };
  if (toYear === undefined || toYear === campaign.year) {
    if (row.state === 'archived') throw campaignsErrors['campaigns.archived']();
    return { campaign, toReview: [], origin, amends: campaignId };
  }
  const rolled = rollForward(campaign, { toYear, calendar: officialCalendar });
  return { ...toPoints(rolled), origin: { ...origin, toYear }, amends: null };
}

function toPoints({ campaign, toReview }: RolledForward): Pick<Opening, 'campaign' | 'toReview'> {
  return {
    campaign,
    toReview: toReview.map(({ message, ...point }) => ({ ...point, reason: message })),
  };
}

function newDraft(context: TenantContext, opening: Opening): DraftRow {
  const at = context.clock.now();
  const { campaign, toReview, origin, amends } = opening;
  return {
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
    createdBy: context.actor.personId,
    updatedAt: at,
  };
}

function newParts(context: TenantContext, draft: DraftRow, campaign: Campaign): PartRow[] {
  return splitCampaign(campaign).map(({ kind, key, position, body }) => ({
    draftId: draft.id,
    kind,
    key,
    position,
    body,
    version: 1,
    changedAt: draft.createdAt,
    changedBy: context.actor.personId,
    changedByPost: postOf(context.actor),
  }));
}
