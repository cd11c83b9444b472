import { hashCanonical } from '#plugins/sdk/canonical.ts';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { PartSaved } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { findLastPosition, findPart, insertParts, shiftParts } from '../draft-parts.repository.ts';
import { touchDraft } from '../drafts.repository.ts';
import { changeOf, postOf } from './commit-draft.ts';
import { assertEditable, loadDraft } from './load-draft.ts';
import { acceptedBody } from './save-part.ts';

type AddInput = {
  id: string;
  kind: Exclude<CampaignPartKind, 'head'>;
  after?: string | undefined;
  body: unknown;
  requestKey?: RequestKey | undefined;
};

const taken = 'campaign_draft_parts.draft_id, campaign_draft_parts.kind, campaign_draft_parts.key';

/** Puts a new part into a draft, behind another one of its kind or last. */
export async function addPart(request: {
  context: TenantContext;
  input: AddInput;
}): Promise<PartSaved> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  assertEditable(draft);
  const { kind, requestKey } = input;
  const body = acceptedBody(context, kind, input.body);
  const { key } = body;
  const list = { draftId: draft.id, kind };
  const behind = await positionBehind(context, { ...list, after: input.after });
  const at = context.clock.now();
  const row = {
    ...list,
    key,
    position: behind + 1,
    body,
    version: 1,
    changedAt: at,
    changedBy: context.actor.personId,
    changedByPost: postOf(context.actor),
  };
  const change = changeOf(context, {
    draftId: draft.id,
    action: 'campaign.revise',
    facts: { kind, key, added: true, bodyHash: await hashCanonical(body) },
    steps: [
      touchDraft(draft.id, { updatedAt: at }),
      shiftParts(list, behind),
      ...insertParts([row]),
    ],
  });
  const createTakenError = () => campaignsErrors['campaigns.part_exists']({ values: { key } });
  return commitAnswer<PartSaved>(context.writer, change, {
    answer: { kind, key, version: 1 },
    requestKey,
    constraints: { [taken]: createTakenError },
  });
}

async function positionBehind(
  context: TenantContext,
  input: { draftId: string; kind: CampaignPartKind; after: string | undefined },
): Promise<number> {
  const { draftId, kind, after } = input;
  if (after === undefined) return findLastPosition(context.db, { draftId, kind });
  const part = await findPart(context.db, { draftId, kind, key: after });
  if (part === undefined) throw campaignsErrors['campaigns.part_not_found']();
  return part.position;
}
