import { mergeFieldChanges } from '#plugins/sdk/forms/drafts.ts';
import type { MergeOutcome } from '#plugins/sdk/forms/drafts.ts';
import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import type { Answers, FieldChange, FieldConflict } from '#schema/contracts/submissions.ts';
import { citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import type { Submission } from '../submissions.repository.ts';
import { commitMove, postOf } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';
import { assertOwnEvidence } from './own-evidence.ts';

type Request = { context: TenantContext; input: { id: string; changes: FieldChange[] } };
type Saved = Pick<Submission, 'version' | 'answers' | 'revisions'> & { savedAt: number };

/** Each round one of those who save at once gets through; a draft has few authors. */
const attempts = 25;

/**
 * Saves changes of single fields. Different fields of two people merge; a field that somebody else
 * changed meanwhile answers with both values, and then nothing of the request is saved.
 */
export async function saveDraft({ context, input }: Request): Promise<Saved> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await saveOnce({ context, input });
    } catch (error) {
      const raced = error instanceof ProblemError && error.code === 'platform.stale_version';
      if (!raced || attempt === attempts) throw error;
    }
  }
}

async function saveOnce({ context, input }: Request): Promise<Saved> {
  const loaded = await loadSubmission(context, input.id, 'submissions.fill');
  const { submission, form } = loaded;
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  const before = Object.fromEntries(
    Object.entries(submission.revisions).map(([path, { revision }]) => [path, revision]),
  );
  const outcome = mergeFieldChanges(
    form,
    { answers: submission.answers, revisions: before },
    input.changes,
  );
  refuseBadShape(outcome, context);
  refuseConflicts(outcome, submission);
  const at = context.clock.now();
  if (outcome.applied.length === 0) return { ...submission, savedAt: submission.updatedAt };
  const revisions = { ...submission.revisions };
  for (const [path, revision] of Object.entries(outcome.state.revisions)) {
    if (revision !== before[path])
      revisions[path] = { revision, byPost: postOf(context.actor), at };
  }
  const answers = outcome.state.answers as Answers;
  const cited = await citeFiles(context, loaded, outcome.applied, answers);
  const state = submission.state === 'due' ? 'draft' : submission.state;
  const moved = await commitMove(context, {
    submission,
    update: { answers, revisions, state, nil: false },
    action: 'submission.save',
    facts: { paths: outcome.applied },
    steps: cited,
  });
  return { version: moved.version, savedAt: at, answers, revisions };
}

function refuseBadShape(outcome: MergeOutcome, context: TenantContext): void {
  if (outcome.refused.length === 0) return;
  const errors = outcome.refused.map((problem) => ({
    path: problem.path,
    code: problem.code,
    message: describeFormProblem(problem, context.locale),
  }));
  throw platformErrors['platform.invalid_input']({ values: { count: errors.length }, errors });
}

/** A place that moved on since it was seen answers with both values, and nothing is saved. */
export function refuseConflicts(outcome: MergeOutcome, submission: Submission): void {
  if (outcome.conflicts.length === 0) return;
  const conflicts = outcome.conflicts.map(({ path, yours, theirs, revision }) => {
    const last = submission.revisions[path];
    return {
      path,
      yours,
      theirs,
      theirRevision: revision,
      ...(last === undefined ? {} : { theirPost: last.byPost, at: last.at }),
    } as FieldConflict;
  });
  throw submissionsErrors['submissions.field_conflict']({
    values: { count: conflicts.length },
    extras: { conflicts },
  });
}

async function citeFiles(
  context: TenantContext,
  { form, submission }: LoadedSubmission,
  applied: readonly string[],
  answers: Answers,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const field of form.fields) {
    if (field.kind !== 'evidence' || !applied.includes(field.key)) continue;
    const value = answers[field.key];
    const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
    await assertOwnEvidence(context, { ids, organizationId: submission.organizationId });
    const place = { subjectKind: 'submission', subjectId: submission.id, slot: field.key };
    steps.push(...citeEvidence(place, ids, context.clock.now()));
  }
  return steps;
}
