import type { Draft } from '#schema/contracts/campaigns.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listParts } from '../draft-parts.repository.ts';
import type { PartRow } from '../draft-parts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { openPoints } from '../parts.domain.ts';
import { loadDraft } from './load-draft.ts';

/** A draft with all its parts and the newest approval. */
export async function showDraft(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Draft> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  const [parts, approval] = await Promise.all([
    listParts(context.db, draft.id),
    draft.approvalId === null ? undefined : findApproval(context.db, draft.approvalId),
  ]);
  const { organizationId: _commission, ...signed } = approval ?? { organizationId: null };
  return {
    ...entriesOf(draft),
    parts: parts.map(toPart),
    toReview: openPoints(draft.toReview, parts),
    ...('id' in signed ? { approval: signed } : {}),
    ...(draft.issue === null ? {} : { issue: draft.issue }),
  };
}

export function entriesOf(draft: DraftRow) {
  const { id, title, year, state, origin, version, updatedAt, amendsCampaignId } = draft;
  const amends = amendsCampaignId === null ? {} : { amends: amendsCampaignId };
  return { id, title, year, state, ...amends, origin, version, updatedAt };
}

export function toPart(row: PartRow): Draft['parts'][number] {
  const { kind, key, position, version, body, changedAt, changedByPost } = row;
  return { kind, key, position, version, body, changedAt, changedByPost };
}
