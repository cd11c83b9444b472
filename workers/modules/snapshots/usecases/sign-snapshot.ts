import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { Snapshot } from '#schema/contracts/snapshots.ts';
import {
  loadOpenApproval,
  moveByOpening,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
} from '#workers/modules/approvals/index.ts';
import type { StepDefinition } from '#workers/modules/approvals/index.ts';
import { assertOwnScan } from '#workers/modules/evidence/index.ts';
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
  const { id, contentHash } = snapshot;
  const subject = { kind: 'snapshot' as const, id, organizationId: null };
  const move = moveByOpening(context, { subject, contentHash, chain });
  return commitMove(context, {
    snapshot,
    ...move,
    update: { state: 'signing', approvalId: move.update.approvalId },
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
  const approval = await loadOpenApproval(context, snapshot, ['signing']);
  if (paper !== undefined) await assertOwnScan(context, paper.evidenceId);
  const move = moveBySigning(context, approval, { stepKey: step, comment, paper, slot: step });
  return commitMove(context, { snapshot, ...move, requestKey: input.requestKey });
}

/** The post whose turn it is sends it back to who prepared it. */
export async function returnSnapshot(request: {
  context: TenantContext;
  input: Keyed & { step: StepKey; comment: string };
}): Promise<Snapshot> {
  const { context, input } = request;
  const snapshot = await loadToJudge(context, input);
  const { step, comment } = input;
  const approval = await loadOpenApproval(context, snapshot, ['signing']);
  return commitMove(context, {
    snapshot,
    update: { state: 'draft' },
    ...moveByReturning(context, approval, { stepKey: step, comment }),
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
  const approval = await loadOpenApproval(context, snapshot, ['signing', 'signed']);
  return commitMove(context, {
    snapshot,
    update: { state: 'draft' },
    ...moveByWithdrawing(context, approval),
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
