import { hashCampaign } from '#plugins/sdk/canonical.ts';
import type { IssueRegistration, Published } from '#schema/contracts/campaigns.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { listParts } from '../draft-parts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { updateDraft } from '../drafts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';
import { changeOf, refuseOrReplay } from './commit-draft.ts';
import { loadDraft } from './load-draft.ts';
import { assertWithinCeiling } from './measure-burden.ts';
import { planPublication } from './plan-publication.ts';
import type { Publication } from './plan-publication.ts';

const constraints = {
  'campaigns.key, campaigns.year': campaignsErrors['campaigns.key_taken'],
  'campaign_versions.hash': campaignsErrors['campaigns.same_as_before'],
  'campaign_versions.campaign_id, campaign_versions.number':
    campaignsErrors['campaigns.amended_meanwhile'],
};

/**
 * 发布到各单位: what was signed and registered becomes a version that never changes. An amendment
 * keeps the campaign and says what it changes; units get their filings from the event.
 */
export async function publishDraft(request: {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
}): Promise<Published> {
  const { context, input } = request;
  const { requestKey } = input;
  const draft = await loadDraft(context, input.id, 'campaigns.publish');
  const action = draft.amendsCampaignId === null ? 'campaign.publish' : 'campaign.amend';
  if (draft.state !== 'signed') {
    const code = draft.state === 'published' ? 'campaigns.draft_closed' : 'campaigns.not_signed';
    const model: Published = { campaignId: '', versionNumber: 0, versionHash: '' };
    return refuseOrReplay(context, { draft, code, action, requestKey, model });
  }
  const campaign = toCampaign(await listParts(context.db, draft.id));
  const hash = await hashCampaign(campaign);
  const approval = await findSigned(context, draft, hash);
  const issue = issueOf(draft);
  await assertWithinCeiling(context, campaign, isCountersigned(approval));
  const plan = planPublication(context, {
    campaign,
    hash,
    plugin: { id: draft.pluginId, version: draft.pluginVersion },
    issue,
    approvalId: approval.id,
    state: 'running',
    amends: await findAmended(context, draft),
  });
  const { published } = plan;
  const update = { state: 'published' as const, updatedAt: context.clock.now() };
  const steps = [updateDraft(draft, update), ...plan.steps];
  const facts = { ...published, approvalId: approval.id, issue };
  const change = changeOf(context, { draftId: draft.id, action, facts, steps });
  return commitAnswer(
    context.writer,
    { ...change, events: [plan.event] },
    { answer: published, requestKey, constraints },
  );
}

async function findSigned(
  context: TenantContext,
  draft: DraftRow,
  hash: string,
): Promise<StoredApproval> {
  const approval =
    draft.approvalId === null ? undefined : await findApproval(context.db, draft.approvalId);
  if (approval === undefined || !isApproved(approval, hash)) {
    throw campaignsErrors['campaigns.not_approved']();
  }
  return approval;
}

function issueOf({ issue }: DraftRow): IssueRegistration {
  if (issue === null) throw campaignsErrors['campaigns.not_registered']();
  return issue;
}

function isCountersigned({ steps }: StoredApproval): boolean {
  return steps.some(({ role, state }) => role === 'countersigner' && state === 'done');
}

/** The campaign that the draft amends, still at the version from which it was opened. */
async function findAmended(
  context: TenantContext,
  { amendsCampaignId, origin }: DraftRow,
): Promise<Publication['amends']> {
  if (amendsCampaignId === null) return undefined;
  const row = await findCampaignRow(context.db, amendsCampaignId);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  const seen = hashSeen(origin);
  if (row.currentHash !== seen) throw campaignsErrors['campaigns.amended_meanwhile']();
  return { row, version: await loadVersion(context.db, row.currentHash) };
}

function hashSeen(origin: DraftRow['origin']): string | undefined {
  switch (origin.from) {
    case 'version':
      return origin.hash;
    case 'template':
    case 'pack':
      return origin.replaces?.hash;
    case 'blank':
      return undefined;
  }
}
