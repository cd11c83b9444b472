import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { Snapshot } from '#schema/contracts/snapshots.ts';
import {
  approvalsErrors,
  findApproval,
  planOpening,
  planReturning,
  planSigning,
  planWithdrawing,
} from '#workers/modules/approvals/index.ts';
import type { StepDefinition, StoredApproval } from '#workers/modules/approvals/index.ts';
import { citeEvidence, evidenceErrors, findEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { snapshotsErrors } from '../snapshots.errors.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';
import { commitMove } from './commit-snapshot.ts';
import { loadSnapshot } from './load-snapshot.ts';

type StepKey = 'checked' | 'signed';
type Keyed = { id: string; requestKey?: RequestKey | undefined };

/** 填报人 → 审核人 → 负责人: three posts, and on line three people. */
const chain: readonly StepDefinition[] = [
  { key: 'prepared', title: '填报人', role: 'commission-drafter' },
  { key: 'checked', title: '审核人', role: 'commission-checker' },
  { key: 'signed', title: '负责人', role: 'commission-signer' },
];
const permissionOf: Readonly<Record<StepKey, Permission>> = {
  checked: 'snapshots.check',
  signed: 'snapshots.approve',
};

/** 提交审签: submitting is the preparer's own signature. */
export async function submitSnapshot(request: {
  context: TenantContext;
  input: Keyed;
}): Promise<Snapshot> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.prepare', {});
  const replay = await findReplay<Snapshot>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const snapshot = await loadSnapshot(context, input.id);
  if (snapshot.state !== 'draft') throw snapshotsErrors['snapshots.not_draft']();
  const plan = planOpening(context, {
    subject: { kind: 'snapshot', id: snapshot.id, organizationId: null },
    contentHash: snapshot.contentHash,
    chain,
    takenBy: { actorId: context.actor.personId, actorPost: postOf(context) },
  });
  return commitMove(context, {
    snapshot,
    update: { state: 'signing', approvalId: plan.approval.id },
    action: 'approval.open',
    facts: { approvalId: plan.approval.id },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

type Signing = Keyed & {
  step: StepKey;
  comment?: string | undefined;
  paper?: PaperSignature | undefined;
};

/** The post whose turn it is signs on line; a signature on paper is registered by who prepared it. */
export async function signSnapshot(request: {
  context: TenantContext;
  input: Signing;
}): Promise<Snapshot> {
  const { context, input } = request;
  const snapshot = await loadToJudge(context, input);
  const { step, comment, paper } = input;
  const approval = await openApprovalOf(context, snapshot);
  if (paper !== undefined) await assertOwnScan(context, paper.evidenceId);
  const signature = { stepKey: step, actorPost: postOf(context), comment, paper };
  const plan = planSigning(context, approval, signature);
  const place = { subjectKind: 'snapshot', subjectId: snapshot.id, slot: step };
  return commitMove(context, {
    snapshot,
    update: { state: plan.completed ? 'signed' : 'signing' },
    action: paper === undefined ? 'approval.approve' : 'approval.register-paper',
    facts: { approvalId: approval.id, step },
    steps: [
      plan.step,
      ...(paper === undefined ? [] : citeEvidence(place, [paper.evidenceId], context.clock.now())),
    ],
    requestKey: input.requestKey,
  });
}

/** The post whose turn it is sends it back to who prepared it. */
export async function returnSnapshot(request: {
  context: TenantContext;
  input: Keyed & { step: StepKey; comment: string };
}): Promise<Snapshot> {
  const { context, input } = request;
  const snapshot = await loadToJudge(context, input);
  const { step, comment } = input;
  const approval = await openApprovalOf(context, snapshot);
  const actorPost = postOf(context);
  const plan = planReturning(context, approval, { stepKey: step, actorPost, comment });
  return commitMove(context, {
    snapshot,
    update: { state: 'draft' },
    action: 'approval.return',
    facts: { approvalId: approval.id, step },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

/** Who prepared it takes it back, signed or not, as long as it has not left. */
export async function withdrawSnapshot(request: {
  context: TenantContext;
  input: Keyed;
}): Promise<Snapshot> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.prepare', {});
  const snapshot = await loadSnapshot(context, input.id);
  const approval = await openApprovalOf(context, snapshot, ['signing', 'signed']);
  const plan = planWithdrawing(context, approval);
  return commitMove(context, {
    snapshot,
    update: { state: 'draft' },
    action: 'approval.withdraw',
    facts: { approvalId: approval.id },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

async function loadToJudge(
  context: TenantContext,
  input: Pick<Signing, 'id' | 'step' | 'paper'>,
): Promise<StoredSnapshot> {
  assertCan(context.actor, 'snapshots.read', {});
  const snapshot = await loadSnapshot(context, input.id);
  if (input.paper === undefined) {
    assertCan(context.actor, permissionOf[input.step], { madeBy: [snapshot.createdBy] });
  } else {
    assertCan(context.actor, 'snapshots.prepare', {});
  }
  return snapshot;
}

async function openApprovalOf(
  context: TenantContext,
  { approvalId, state }: StoredSnapshot,
  states: readonly string[] = ['signing'],
): Promise<StoredApproval> {
  if (approvalId === null || !states.includes(state)) throw approvalsErrors['approvals.not_open']();
  const approval = await findApproval(context.db, approvalId);
  if (approval === undefined) throw approvalsErrors['approvals.not_found']();
  return approval;
}

async function assertOwnScan(context: TenantContext, evidenceId: string): Promise<void> {
  const scan = await findEvidence(context.db, evidenceId);
  if (scan?.uploadedBy !== context.actor.personId) throw evidenceErrors['evidence.not_found']();
}

/** Persons stand in records by post. */
function postOf({ actor }: TenantContext): string {
  return actor.post ?? actor.name;
}
