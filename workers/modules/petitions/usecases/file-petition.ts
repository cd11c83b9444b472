import { dayAt, yearOf } from '#plugins/sdk/dates/days.ts';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import { citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable, isWhole, mayFile, seatOf } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import { PETITION_FILED } from '../petitions.events.ts';
import { takeRegisterNumber } from '../petitions.repository.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { commitPetition, postOf } from './commit-petition.ts';
import type { Act } from './commit-petition.ts';
import { assertSeen, filedSlot, loadOwn } from './load-petition.ts';
import { hashPetition } from './sign-petition.ts';

/** 报送: the unit gets its receipt, the office's register gets its next number. */
export async function filePetition(request: {
  context: TenantContext;
  input: Act;
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadOwn(context, input.id, 'petitions.write');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (!isWhole(row.content)) throw petitionsErrors['petitions.incomplete']();
  await assertSigned(context, row);
  const at = context.clock.now();
  const receiptNumber = receiptNumberOf(context, at);
  return commitPetition(context, row, {
    update: {
      state: 'filed',
      filedContent: row.content,
      filedAt: at,
      filedByPost: postOf(context.actor),
      receiptNumber,
      returnReason: null,
      opinion: null,
      instruction: null,
      dueOn: null,
    },
    action: 'petition.file',
    facts: { receiptNumber, addresseeId: row.addresseeId },
    act: { kind: 'file', text: receiptNumber },
    steps: [
      takeRegisterNumber(row.id, row.addresseeId, yearOf(dayAt(at))),
      ...citeEvidence(
        { subjectKind: 'petition', subjectId: row.id, slot: filedSlot },
        row.content.evidence,
        at,
      ),
    ],
    events: [
      {
        type: PETITION_FILED,
        subjectId: row.id,
        payload: { petitionId: row.id, addresseeId: row.addresseeId },
      },
    ],
    requestKey: input.requestKey,
  });
}

async function assertSigned({ db }: TenantContext, row: StoredPetition): Promise<void> {
  if (!mayFile(row.kind, row.state)) {
    const isUnsigned = isEditable(row.state) || row.state === 'signing';
    throw petitionsErrors[isUnsigned ? 'petitions.not_signed' : 'petitions.not_drafting']();
  }
  if (row.state !== 'signed') return;
  const approval = row.approvalId === null ? undefined : await findApproval(db, row.approvalId);
  if (!isApproved(approval, await hashPetition(row))) {
    throw petitionsErrors['petitions.not_signed']();
  }
}

/** The day and eight characters that nobody guesses. */
export function receiptNumberOf({ ids }: TenantContext, at: number): string {
  return `${dayAt(at).replaceAll('-', '')}-${ids.random('rcp').slice(-8).toUpperCase()}`;
}

/** 签收批复: the unit signs for the answer, once. */
export async function signForAnswer(request: {
  context: TenantContext;
  input: Act;
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadOwn(context, input.id, 'petitions.read');
  const { organizationId } = row;
  assertCan(seatOf(context.actor, organizationId), 'petitions.read', { organizationId });
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (row.state !== 'answered') throw petitionsErrors['petitions.not_answered']();
  if (row.signedForAt !== null) return { id: row.id, state: row.state, version: row.version };
  assertSeen(row, input.seenVersion);
  return commitPetition(context, row, {
    update: { signedForAt: context.clock.now(), signedForByPost: postOf(context.actor) },
    action: 'petition.sign-for',
    facts: { organizationId },
    act: { kind: 'sign-for', text: '' },
    requestKey: input.requestKey,
  });
}
