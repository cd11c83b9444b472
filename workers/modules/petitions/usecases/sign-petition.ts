import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import {
  loadOpenApproval,
  moveByOpening,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
} from '#workers/modules/approvals/index.ts';
import { assertOwnScan } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable, isWhole, seatOf, unitChain } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { commitPetition } from './commit-petition.ts';
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
  const subject = { kind: 'petition' as const, id: row.id, organizationId: row.organizationId };
  const move = moveByOpening(context, { subject, contentHash, chain: unitChain });
  return commitPetition(context, row, {
    ...move,
    update: { state: 'signing', ...move.update },
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
  const approval = await loadOpenApproval(context, row, ['signing']);
  await assertSigner(context, row, paper);
  assertSeen(row, input.seenVersion);
  const move = moveBySigning(context, approval, { stepKey, comment, paper });
  return commitPetition(context, row, { ...move, requestKey: input.requestKey });
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
  const approval = await loadOpenApproval(context, row, ['signing']);
  await assertSigner(context, row, undefined);
  assertSeen(row, input.seenVersion);
  return commitPetition(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByReturning(context, approval, { stepKey, comment }),
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
  const approval = await loadOpenApproval(context, row, ['signing', 'signed']);
  assertSeen(row, input.seenVersion);
  return commitPetition(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByWithdrawing(context, approval),
    requestKey: input.requestKey,
  });
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
  await assertOwnScan(context, paper.evidenceId, organizationId);
}
