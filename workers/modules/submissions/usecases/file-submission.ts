import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Receipt } from '#schema/contracts/submissions.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import { listEvidence } from '#workers/modules/evidence/index.ts';
import type { StoredEvidence } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { readTogether } from '#workers/platform/database/read-together.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { contentOf, findObstacles, signedText } from '../content.domain.ts';
import { insertRevision } from '../submission-revisions.repository.ts';
import type { SubmissionRevision } from '../submission-revisions.repository.ts';
import { isOnBehalf, isOnTime, waitsForPaper } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { SUBMISSION_FILED } from '../submissions.events.ts';
import { officeTitle } from '../summary.domain.ts';
import { assertExplained } from './assert-explained.ts';
import { changeOf, postOf } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';
import { paperOfReceipt, toReceipt } from './show-receipt.ts';

type Request = {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
};

/**
 * 报送: what was signed leaves the unit. Answers, files, name and place of the unit are frozen as they
 * are; the receipt says when it arrived and what exactly.
 */
export async function fileSubmission({ context, input }: Request): Promise<Receipt> {
  const [loaded, replay] = await readTogether(
    loadSubmission(context, input.id, 'submissions.file'),
    findReplay<Receipt>(context, input.requestKey),
  );
  if (replay !== undefined) return replay;
  const [, place] = await readTogether(assertSigned(context, loaded), readPlace(context, loaded));
  assertComplete(context, loaded);
  const rollUp = await assertExplained(context, loaded);
  const revision = { ...(await freeze(context, loaded, place)), rollUp };
  const { submission, task, version } = loaded;
  const receipt = toReceipt(revision, {
    title: task.title,
    office: officeTitle(version.campaign, submission.officeKey),
    paper: paperOfReceipt(task, submission),
  });
  const paper = (task.deliverables ?? []).some((item) => item.kind === 'paper' && item.required);
  const change = changeOf(context, {
    submission,
    update: {
      state: 'filed',
      revision: revision.revision,
      receiptNumber: revision.receiptNumber,
      filedAt: revision.filedAt,
      ...arrivalOf(loaded, revision),
      onBehalf: revision.onBehalf === true,
      claimed: null,
      pointsToMend: 0,
      paperState: paper && submission.paperState === 'none' ? 'expected' : submission.paperState,
    },
    action: 'submission.file',
    facts: {
      revision: revision.revision,
      contentHash: revision.contentHash,
      receiptNumber: revision.receiptNumber,
      late: revision.late,
      ...(revision.onBehalf === true ? { onBehalf: true } : {}),
    },
    steps: [insertRevision(revision)],
    events: [
      {
        type: SUBMISSION_FILED,
        subjectId: submission.id,
        payload: { submissionId: submission.id, revision: revision.revision },
      },
    ],
  });
  return commitAnswer(context.writer, change, { answer: receipt, requestKey: input.requestKey });
}

/** Where the paper prevails, what is filed here has not arrived before the paper has. */
function arrivalOf(
  { submission, task }: LoadedSubmission,
  revision: Pick<SubmissionRevision, 'filedAt' | 'late'>,
) {
  const { firstFiledAt, onTime } = submission;
  if (waitsForPaper(task)) return { firstFiledAt, onTime };
  return { firstFiledAt: firstFiledAt ?? revision.filedAt, onTime: !revision.late };
}

async function assertSigned(context: TenantContext, loaded: LoadedSubmission): Promise<void> {
  const { submission, task, form } = loaded;
  const { state, approvalId } = submission;
  if (state === 'filed' || state === 'held' || state === 'accepted' || state === 'exempt') {
    throw createNotEditableError(state, context.locale);
  }
  const approval = approvalId === null ? undefined : await findApproval(context.db, approvalId);
  const signed = isApproved(approval, await hashHex(signedText(task, form, submission)));
  if (state !== 'signed' || !signed) throw submissionsErrors['submissions.not_signed']();
}

function assertComplete(
  context: TenantContext,
  { submission, task, form }: LoadedSubmission,
): void {
  const input = { task, form, content: submission, stage: 'file' as const };
  const errors = findObstacles(input, context.locale);
  if (errors.length === 0) return;
  throw submissionsErrors['submissions.incomplete']({ values: { count: errors.length }, errors });
}

type Place = Awaited<ReturnType<typeof readPlace>>;

/** The files and the unit of a filing as they are now. */
async function readPlace(context: TenantContext, loaded: LoadedSubmission) {
  const [evidence, unit] = await Promise.all([
    frozenFiles(context, loaded),
    findOrganization(context.db, loaded.submission.organizationId),
  ]);
  return { evidence, unit };
}

async function freeze(
  context: TenantContext,
  { submission, form }: LoadedSubmission,
  { evidence, unit }: Place,
): Promise<Omit<SubmissionRevision, 'rollUp'>> {
  const content = contentOf(form, submission);
  const filedAt = context.clock.now();
  return {
    submissionId: submission.id,
    revision: submission.revision + 1,
    answers: content.answers,
    formHash: await hashHex(canonicalJson(form)),
    versionHash: submission.versionHash,
    evidence,
    organizationName: unit?.name ?? '',
    organizationPaths: { ...unit?.paths },
    contentHash: await hashHex(canonicalJson({ ...content, evidence })),
    approvalId: submission.approvalId,
    receiptNumber: receiptNumberOf(context, filedAt),
    filedBy: context.actor.personId,
    filedByPost: postOf(context.actor),
    filedAt,
    late: !(submission.onTime ?? isOnTime(filedAt, submission.dueAt)),
    onBehalf: isOnBehalf(context.actor.grants, submission.organizationId),
  };
}

/** The day and eight characters that nobody guesses; the serial number of a receipt says nothing. */
function receiptNumberOf(context: TenantContext, at: number): string {
  return `${dayAt(at).replaceAll('-', '')}-${context.ids.random('rcp').slice(-8).toUpperCase()}`;
}

async function frozenFiles(context: TenantContext, { submission, form }: LoadedSubmission) {
  const { answers, deliverables } = contentOf(form, submission);
  const slots = new Map<string, string>();
  for (const [key, ids] of Object.entries(deliverables)) {
    for (const id of ids) slots.set(id, `deliverables/${key}`);
  }
  for (const field of form.fields) {
    const value = field.kind === 'evidence' ? answers[field.key] : undefined;
    if (!Array.isArray(value)) continue;
    for (const id of value) if (typeof id === 'string') slots.set(id, field.key);
  }
  const files = await listEvidence(context.db, [...slots.keys()]);
  return files
    .map((file) => frozenFile(file, slots.get(file.id) ?? ''))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function frozenFile({ id, name, bytes, sha256 }: StoredEvidence, slot: string) {
  return { id, name, bytes, sha256, slot };
}
