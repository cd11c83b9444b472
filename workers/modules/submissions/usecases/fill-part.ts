import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import { answersTo, partForm } from '#plugins/sdk/forms/parts.ts';
import { validateDraft, validateFiling } from '#plugins/sdk/forms/validate.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { DepartmentPart, PartMoved } from '#schema/contracts/submission-parts.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { VisitorContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { isOpen } from '../parts.domain.ts';
import type { StoredPart } from '../parts.domain.ts';
import { partsErrors } from '../parts.errors.ts';
import { findPart, findPartByToken, updatePart } from '../parts.repository.ts';
import type { PartUpdate } from '../parts.repository.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { findSubmission } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { taskOf } from '../summary.domain.ts';

type Bearer = { token: string | undefined };
type Opened = {
  part: StoredPart;
  submission: Submission;
  form: Form;
  title: DepartmentPart['title'];
};

/**
 * Who bears the link may do this one thing. A link that is wrong, out of date, taken back, or of a
 * filing that has moved on answers alike: nothing is there.
 */
async function openPart(context: VisitorContext, { token }: Bearer): Promise<Opened> {
  const dead = partsErrors['submissions.part_link_dead'];
  if (token === undefined || !/^lnk_[0-9a-z]{26}$/i.test(token)) throw dead();
  const part = await findPartByToken(context.db, await hashHex(token));
  if (part === undefined || !isOpen(part) || context.clock.now() > part.expiresAt) throw dead();
  const submission = await findSubmission(context.db, part.submissionId);
  if (submission === undefined || !isEditable(submission.state)) throw dead();
  const { campaign } = await loadVersion(context.db, submission.versionHash);
  const task = taskOf(campaign, submission.taskKey);
  const whole = campaign.forms.find(({ key }) => key === task.form);
  if (whole === undefined) throw dead();
  return { part, submission, form: partForm(whole, part.fields), title: task.title };
}

/** The fields that were given to the department, with what stands in them; nothing else of the filing. */
export async function showPart(request: {
  context: VisitorContext;
  input: Bearer;
}): Promise<DepartmentPart> {
  const { context, input } = request;
  const { part, submission, form, title } = await openPart(context, input);
  const unit = await findOrganization(context.db, submission.organizationId);
  return {
    organizationName: unit?.name ?? '',
    title,
    department: part.department,
    ...(part.note === null ? {} : { note: part.note }),
    dueOn: part.dueOn,
    handedByPost: part.handedByPost,
    state: part.state,
    form,
    answers: part.answers,
    ...(part.savedAt === null ? {} : { savedAt: part.savedAt }),
    version: part.version,
  };
}

type Filled = Bearer & { answers: Answers; seenVersion: number };

/** 暂存 of the department, over the version it saw: two people with one link never overwrite each other. */
export async function savePart(request: {
  context: VisitorContext;
  input: Filled;
}): Promise<PartMoved> {
  const { context, input } = request;
  const opened = await openPart(context, input);
  assertSound(context, validateDraft(opened.form, input.answers));
  const savedAt = context.clock.now();
  return commitPart(context, opened, { input, update: { savedAt }, facts: {} });
}

/** 交回: complete by the rules of these fields; from now on only the clerk can open it again. */
export async function submitPart(request: {
  context: VisitorContext;
  input: Filled & { post: string };
}): Promise<PartMoved> {
  const { context, input } = request;
  const opened = await openPart(context, input);
  assertSound(context, validateFiling(opened.form, input.answers));
  const at = context.clock.now();
  const { post } = input;
  const update = {
    state: 'submitted' as const,
    savedAt: at,
    submittedAt: at,
    submittedByPost: post,
  };
  return commitPart(context, opened, { input, update, facts: { submitted: true, post } });
}

function assertSound(context: VisitorContext, problems: ReturnType<typeof validateDraft>): void {
  if (problems.length === 0) return;
  const errors = problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    message: describeFormProblem(problem, context.locale),
  }));
  throw submissionsErrors['submissions.incomplete']({ values: { count: errors.length }, errors });
}

async function commitPart(
  context: VisitorContext,
  { part, submission, form }: Opened,
  given: { input: Filled; update: PartUpdate; facts: { submitted?: true; post?: string } },
): Promise<PartMoved> {
  const { input, update, facts } = given;
  if (part.state === 'submitted') throw partsErrors['submissions.part_handed_in']();
  const keys = form.fields.map(({ key }) => key);
  const answers = answersTo(input.answers, keys) as Answers;
  await commitOrThrow(
    context.writer,
    {
      steps: [updatePart({ id: part.id, version: input.seenVersion }, { ...update, answers })],
      audit: {
        action: 'submission.answer',
        actor: { kind: 'anonymous', id: null },
        subjectKind: 'submission',
        subjectId: submission.id,
        at: context.clock.now(),
        facts: {
          part: part.id,
          organizationId: submission.organizationId,
          department: part.department,
          ...facts,
        },
      },
    },
    { currentVersion: async () => (await findPart(context.db, part.id))?.version },
  );
  return { id: part.id, state: update.state ?? part.state, version: input.seenVersion + 1 };
}
