import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { ApprovalStepDefinition } from '#schema/contracts/campaign/campaign.ts';
import type { DraftMoved } from '#schema/contracts/campaigns.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import {
  findApproval,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
  roleOfStep,
} from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { assertOwnScan } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { listParts } from '../draft-parts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { commitMove, movedOf, refuseOrReplay } from './commit-draft.ts';
import { loadDraft } from './load-draft.ts';

type Requested = { id: string; requestKey?: RequestKey | undefined };
type StepInput = Requested & { stepKey: string };

const permissionOf: Readonly<Record<ApprovalStepDefinition['role'], Permission>> = {
  drafter: 'campaigns.draft',
  checker: 'campaigns.check',
  countersigner: 'campaigns.countersign',
  signer: 'campaigns.sign',
};

/**
 * Takes the step whose turn it is: on line by who holds its post, on paper by whoever drafts, who
 * registers the scan of the signed 发文稿纸.
 */
export async function signDraft(request: {
  context: TenantContext;
  input: StepInput & { comment?: string | undefined; paper?: PaperSignature | undefined };
}): Promise<DraftMoved> {
  const { context, input } = request;
  const { paper, stepKey } = input;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  const action = paper === undefined ? 'approval.approve' : 'approval.register-paper';
  const approval = await findOpenApproval(context, draft, ['signing']);
  if (approval === undefined) return refuseAsClosed(context, { draft, action, ...input });
  if (paper === undefined) await assertPost(context, { draft, approval, stepKey });
  else await assertPaper(context, paper);
  const { comment } = input;
  const move = moveBySigning(context, approval, { stepKey, comment, paper });
  return commitMove(context, { draft, ...move, requestKey: input.requestKey });
}

/** The post whose turn it is sends the draft back with what has to be mended. */
export async function returnDraft(request: {
  context: TenantContext;
  input: StepInput & { comment: string };
}): Promise<DraftMoved> {
  const { context, input } = request;
  const { comment, stepKey } = input;
  const draft = await loadDraft(context, input.id, 'campaigns.read');
  const action = 'approval.return';
  const approval = await findOpenApproval(context, draft, ['signing']);
  if (approval === undefined) return refuseAsClosed(context, { draft, action, ...input });
  await assertPost(context, { draft, approval, stepKey });
  return commitMove(context, {
    draft,
    update: { state: 'drafting', contentHash: null },
    ...moveByReturning(context, approval, { stepKey, comment }),
    requestKey: input.requestKey,
  });
}

/** The drafter takes the draft back to change it; signatures and registration no longer count. */
export async function withdrawDraft(request: {
  context: TenantContext;
  input: Requested;
}): Promise<DraftMoved> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  const action = 'approval.withdraw';
  const approval = await findOpenApproval(context, draft, ['signing', 'signed']);
  if (approval === undefined) return refuseAsClosed(context, { draft, action, ...input });
  return commitMove(context, {
    draft,
    update: { state: 'drafting', contentHash: null, issue: null },
    ...moveByWithdrawing(context, approval),
    requestKey: input.requestKey,
  });
}

async function findOpenApproval(
  context: TenantContext,
  draft: DraftRow,
  states: readonly DraftRow['state'][],
): Promise<StoredApproval | undefined> {
  if (draft.approvalId === null || !states.includes(draft.state)) return undefined;
  return findApproval(context.db, draft.approvalId);
}

type Refusal = {
  draft: DraftRow;
  action: Parameters<typeof refuseOrReplay>[1]['action'];
  requestKey?: RequestKey | undefined;
};

/** The chain has ended, or never began. */
function refuseAsClosed(context: TenantContext, input: Refusal): Promise<DraftMoved> {
  const { draft, action, requestKey } = input;
  const model = movedOf(draft);
  return refuseOrReplay(context, { draft, code: 'approvals.not_open', action, requestKey, model });
}

type Turn = { draft: DraftRow; approval: StoredApproval; stepKey: string };

/** A step is taken by who holds its post; nobody judges a text that he wrote. */
async function assertPost(context: TenantContext, { draft, approval, stepKey }: Turn) {
  // The chain was opened from the campaign's own posts, whose roles these are.
  const role = roleOfStep(approval, stepKey) as ApprovalStepDefinition['role'];
  const parts = await listParts(context.db, draft.id);
  const madeBy = [draft.createdBy, ...parts.map(({ changedBy }) => changedBy)];
  assertCan(context.actor, permissionOf[role], { madeBy });
}

async function assertPaper(context: TenantContext, paper: PaperSignature): Promise<void> {
  assertCan(context.actor, 'campaigns.draft', {});
  await assertOwnScan(context, paper.evidenceId, null);
}
