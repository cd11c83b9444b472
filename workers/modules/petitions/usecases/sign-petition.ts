import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import {
  approvalsErrors,
  findApproval,
  planOpening,
  planReturning,
  planSigning,
  planWithdrawing,
} from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { citeEvidence, evidenceErrors, findEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable, isWhole, seatOf, unitChain } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { commitPetition, postOf } from './commit-petition.ts';
import type { Act } from './commit-petition.ts';
import { assertSeen, loadOwn, loadPetition } from './load-petition.ts';

export function hashPetition({ kind, addresseeId, content }: StoredPetition): Promise<string> {
  return hashHex(canonicalJson({ kind, addresseeId, content }));
}

/** 提交主要负责人审签, inside the unit. */
export async function submitPetition(request: {
  context: TenantContext;
  input: Act;
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadOwn(context, input.id, 'petitions.write');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (!isEditable(row.state)) throw petitionsErrors['petitions.not_drafting']();
  if (!isWhole(row.content)) throw petitionsErrors['petitions.incomplete']();
  const contentHash = await hashPetition(row);
  const plan = planOpening(context, {
    subject: { kind: 'petition', id: row.id, organizationId: row.organizationId },
    contentHash,
    chain: unitChain,
    takenBy: { actorId: context.actor.personId, actorPost: postOf(context.actor) },
  });
  return commitPetition(context, row, {
    update: { state: 'signing', approvalId: plan.approval.id, contentHash },
    action: 'approval.open',
    facts: { approvalId: plan.approval.id, contentHash },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

/** The head signs on line; on paper whoever writes for the unit registers the signed scan. */
export async function signPetition(request: {
  context: TenantContext;
  input: Act & {
    stepKey: string;
    comment?: string | undefined;
    paper?: PaperSignature | undefined;
  };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const { stepKey, comment, paper } = input;
  const row = await loadPetition(context, input.id);
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await openApproval(context, row);
  await assertSigner(context, row, paper);
  assertSeen(row, input.seenVersion);
  const actorPost = postOf(context.actor);
  const plan = planSigning(context, approval, { stepKey, actorPost, comment, paper });
  const place = { subjectKind: 'petition', subjectId: row.id, slot: `${approval.id}/${stepKey}` };
  const scan = paper === undefined ? [] : [paper.evidenceId];
  return commitPetition(context, row, {
    update: { state: plan.completed ? 'signed' : 'signing' },
    action: paper === undefined ? 'approval.approve' : 'approval.register-paper',
    facts: { approvalId: approval.id, step: stepKey, contentHash: approval.contentHash, paper },
    steps: [plan.step, ...(paper ? citeEvidence(place, scan, context.clock.now()) : [])],
    requestKey: input.requestKey,
  });
}

/** The head sends it back to who writes, with what has to be mended. */
export async function returnPetitionStep(request: {
  context: TenantContext;
  input: Act & { stepKey: string; comment: string };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const { stepKey, comment } = input;
  const row = await loadPetition(context, input.id);
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await openApproval(context, row);
  await assertSigner(context, row, undefined);
  assertSeen(row, input.seenVersion);
  const actorPost = postOf(context.actor);
  const plan = planReturning(context, approval, { stepKey, comment, actorPost });
  return commitPetition(context, row, {
    update: { state: 'drafting', contentHash: null },
    action: 'approval.return',
    facts: { approvalId: approval.id, step: stepKey, comment },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

/** Taken back to be changed, before it is filed; a signature no longer counts. */
export async function withdrawPetition(request: {
  context: TenantContext;
  input: Act;
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadOwn(context, input.id, 'petitions.write');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await openApproval(context, row, ['signing', 'signed']);
  assertSeen(row, input.seenVersion);
  const plan = planWithdrawing(context, approval);
  return commitPetition(context, row, {
    update: { state: 'drafting', contentHash: null },
    action: 'approval.withdraw',
    facts: { approvalId: approval.id },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

async function openApproval(
  { db }: TenantContext,
  { approvalId, state }: StoredPetition,
  states: readonly StoredPetition['state'][] = ['signing'],
): Promise<StoredApproval> {
  const approval = approvalId === null ? undefined : await findApproval(db, approvalId);
  if (approval === undefined || !states.includes(state)) {
    throw approvalsErrors['approvals.not_open']();
  }
  return approval;
}

async function assertSigner(
  context: TenantContext,
  { organizationId, writtenBy }: StoredPetition,
  paper: PaperSignature | undefined,
): Promise<void> {
  const seat = seatOf(context.actor, organizationId);
  if (paper === undefined) {
    assertCan(seat, 'petitions.sign-off', { organizationId });
    if (writtenBy.includes(context.actor.personId)) throw platformErrors['platform.own_work']();
    return;
  }
  assertCan(seat, 'petitions.write', { organizationId });
  const file = await findEvidence(context.db, paper.evidenceId);
  const isOwn =
    file?.organizationId === organizationId || file?.uploadedBy === context.actor.personId;
  if (!isOwn) throw evidenceErrors['evidence.not_found']();
}
