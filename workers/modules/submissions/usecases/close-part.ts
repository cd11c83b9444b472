import { dayAt } from '#plugins/sdk/dates/days.ts';
import { mergeFieldChanges } from '#plugins/sdk/forms/drafts.ts';
import { partChanges } from '#plugins/sdk/forms/parts.ts';
import type { MergePart, PartMoved, Parts } from '#schema/contracts/submission-parts.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isOpen, proposedParts, toPart } from '../parts.domain.ts';
import type { StoredPart } from '../parts.domain.ts';
import { partsErrors } from '../parts.errors.ts';
import { findPart, listParts as listStored, updatePart } from '../parts.repository.ts';
import { isEditable } from '../submissions.domain.ts';
import { commitMove, postOf } from './commit-submission.ts';
import { departmentsIn } from './hand-out-part.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';
import { refuseConflicts } from './save-draft.ts';

type Act = {
  id: string;
  partId: string;
  seenVersion: number;
  requestKey?: RequestKey | undefined;
};

/** The parts of a filing with where each one is, and those that the task proposes. */
export async function listParts(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Parts> {
  const { context, input } = request;
  const { submission, task, form } = await loadSubmission(context, input.id, 'submissions.read');
  const parts = await listStored(context.db, input.id);
  const now = context.clock.now();
  const given = { task, form, dueOn: submission.dueOn, today: dayAt(now) };
  return {
    parts: parts.map((part) => toPart(part, now)),
    proposed: isEditable(submission.state) ? proposedParts(given, parts) : [],
  };
}

/** 收回: the link is dead from this moment; what the department had written stays out. */
export async function takeBackPart(request: {
  context: TenantContext;
  input: Act;
}): Promise<PartMoved> {
  const { context, input } = request;
  const { submission } = await loadSubmission(context, input.id, 'submissions.file');
  const part = await loadPart(context, input);
  const replay = await findReplay(context, input.requestKey);
  if (replay !== undefined) return movedOf(part, 'taken-back');
  if (!isOpen(part)) throw partsErrors['submissions.part_closed']();
  await commitMove(context, {
    submission,
    update: {},
    action: 'submission.delegate',
    facts: { part: part.id, department: part.department, takenBack: true },
    steps: [closing(context, { part, input, state: 'taken-back' })],
    requestKey: input.requestKey,
  });
  return { id: part.id, state: 'taken-back', version: input.seenVersion + 1 };
}

/**
 * 并入: what the department wrote goes into the draft in its name. Where the clerk changed the same
 * place since it was handed out, both values are answered and nothing is merged before she decides.
 */
export async function mergePart(request: {
  context: TenantContext;
  input: Act & MergePart;
}): Promise<PartMoved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.file');
  const { submission } = loaded;
  const part = await loadPart(context, input);
  const replay = await findReplay(context, input.requestKey);
  if (replay !== undefined) return movedOf(part, 'merged');
  if (part.state === 'handed') throw partsErrors['submissions.part_not_back']();
  if (part.state !== 'submitted') throw partsErrors['submissions.part_closed']();
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  const merged = mergedDraft(context, loaded, { part, input });
  await commitMove(context, {
    submission,
    update: { ...merged.draft, nil: false },
    action: 'submission.save',
    facts: { part: part.id, department: part.department, paths: merged.paths },
    steps: [closing(context, { part, input, state: 'merged' })],
    requestKey: input.requestKey,
  });
  return { id: part.id, state: 'merged', version: input.seenVersion + 1 };
}

/** A sign-off begins when nothing is in other hands any more. */
export async function assertPartsBack(context: TenantContext, submissionId: string): Promise<void> {
  const out = (await listStored(context.db, submissionId)).filter(isOpen);
  if (out.length === 0) return;
  throw partsErrors['submissions.parts_out']({ values: { departments: departmentsIn(out) } });
}

async function loadPart(context: TenantContext, { id, partId }: Act): Promise<StoredPart> {
  const part = await findPart(context.db, partId);
  if (part?.submissionId !== id) throw partsErrors['submissions.part_not_found']();
  return part;
}

function movedOf({ id, version }: StoredPart, state: PartMoved['state']): PartMoved {
  return { id, state, version };
}

function closing(
  context: TenantContext,
  { part, input, state }: { part: StoredPart; input: Act; state: 'merged' | 'taken-back' },
) {
  const closed = { closedAt: context.clock.now(), closedByPost: postOf(context.actor) };
  return updatePart({ id: part.id, version: input.seenVersion }, { state, ...closed });
}

function mergedDraft(
  context: TenantContext,
  { submission, form }: LoadedSubmission,
  { part, input }: { part: StoredPart; input: MergePart },
) {
  const before = Object.fromEntries(
    Object.entries(submission.revisions).map(([path, { revision }]) => [path, revision]),
  );
  const handed = { answers: part.handedAnswers, revisions: part.handedRevisions };
  const changes = partChanges(form, part.fields, { handed, answers: part.answers })
    .filter(({ path }) => !input.leave?.includes(path))
    .map((change) => ({ ...change, basedOn: input.over?.[change.path] ?? change.basedOn }));
  const state = { answers: submission.answers, revisions: before };
  const outcome = mergeFieldChanges(form, state, changes);
  if (outcome.refused.length > 0) {
    throw platformErrors['platform.invalid_input']({ values: { count: outcome.refused.length } });
  }
  refuseConflicts(outcome, submission);
  const at = part.submittedAt ?? context.clock.now();
  const revisions = { ...submission.revisions };
  for (const [path, revision] of Object.entries(outcome.state.revisions)) {
    if (revision !== before[path]) revisions[path] = { revision, byPost: part.department, at };
  }
  const draft = { answers: outcome.state.answers as Answers, revisions };
  return { draft, paths: outcome.applied };
}
