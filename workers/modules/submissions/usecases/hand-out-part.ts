import { addDays, dayAt, dueInstant } from '#plugins/sdk/dates/days.ts';
import { answersTo } from '#plugins/sdk/forms/parts.ts';
import type { HandOut, PartHanded } from '#schema/contracts/submission-parts.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { alreadyOut, graceDays, isOpen, mostOpenParts, unhandable } from '../parts.domain.ts';
import type { StoredPart } from '../parts.domain.ts';
import { partsErrors } from '../parts.errors.ts';
import { insertPart, listParts } from '../parts.repository.ts';
import { isEditable } from '../submissions.domain.ts';
import { commitMove, postOf } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';

type Request = { context: TenantContext; input: HandOut & { id: string } };

/**
 * 分给科室: some fields of a draft go to a department by link. The link is answered once and only its
 * hash is kept, which is why a repeated request hands out nothing: the fields are out already.
 */
export async function handOutPart({ context, input }: Request): Promise<PartHanded> {
  const loaded = await loadSubmission(context, input.id, 'submissions.file');
  const { submission, form } = loaded;
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  const wrong = unhandable(form, input.fields);
  if (wrong.length > 0) {
    throw partsErrors['submissions.part_unhandable']({ values: { count: wrong.length } });
  }
  assertDue(context, loaded, input.dueOn);
  await assertFree(context, input);
  const token = context.ids.random('lnk');
  const part = await partOf(context, loaded, { input, token });
  await commitMove(context, {
    submission,
    update: { state: submission.state === 'due' ? 'draft' : submission.state },
    action: 'submission.delegate',
    facts: { part: part.id, department: part.department, fields: part.fields, dueOn: part.dueOn },
    steps: [insertPart(part)],
  });
  return { id: part.id, token, expiresAt: part.expiresAt };
}

function assertDue(context: TenantContext, { submission }: LoadedSubmission, dueOn: string): void {
  const today = dayAt(context.clock.now());
  const last = submission.dueOn;
  const isLate = last !== null && last >= today && dueOn > last;
  if (dueOn < today || isLate) throw partsErrors['submissions.part_due_wrong']();
}

async function assertFree(context: TenantContext, input: Request['input']): Promise<void> {
  const parts = await listParts(context.db, input.id);
  const count = parts.filter(isOpen).length;
  if (count >= mostOpenParts) throw partsErrors['submissions.part_too_many']({ values: { count } });
  const taken = alreadyOut(parts, input.fields);
  if (taken.length === 0) return;
  const departments = departmentsIn(taken);
  throw partsErrors['submissions.part_already_out']({ values: { departments } });
}

export function departmentsIn(parts: readonly Pick<StoredPart, 'department'>[]): string {
  return [...new Set(parts.map(({ department }) => department))].join('、');
}

async function partOf(
  context: TenantContext,
  { submission }: LoadedSubmission,
  { input, token }: { input: Request['input']; token: string },
): Promise<StoredPart> {
  const { cutOffHour } = context.tenant.parameters;
  const fields = [...new Set(input.fields)];
  const handed = answersTo(submission.answers, fields) as Answers;
  const revisions = Object.entries(submission.revisions).filter(([path]) =>
    fields.includes(path.split('/')[0] ?? ''),
  );
  return {
    id: context.ids.next('prt'),
    submissionId: submission.id,
    organizationId: submission.organizationId,
    department: input.department,
    fields,
    note: input.note || null,
    dueOn: input.dueOn,
    dueAt: dueInstant(input.dueOn, cutOffHour),
    tokenHash: await hashHex(token),
    expiresAt: dueInstant(addDays(input.dueOn, graceDays)),
    state: 'handed',
    answers: handed,
    handedRevisions: Object.fromEntries(revisions.map(([path, { revision }]) => [path, revision])),
    handedAnswers: handed,
    handedBy: context.actor.personId,
    handedByPost: postOf(context.actor),
    handedAt: context.clock.now(),
    savedAt: null,
    submittedAt: null,
    submittedByPost: null,
    closedAt: null,
    closedByPost: null,
    version: 1,
  };
}
