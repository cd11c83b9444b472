import type { PaperSignature } from '#schema/contracts/approvals.ts';
import {
  approvalsErrors,
  currentStep,
  loadOpenApproval,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
  planSigning,
} from '#workers/modules/approvals/index.ts';
import type { ApprovalPlan, StoredApproval } from '#workers/modules/approvals/index.ts';
import { citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { holdsPost } from '../sign-off-posts.domain.ts';
import { commitMove, postOf } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { assertOwnScans } from './own-evidence.ts';

/** The head, or the post before, signs on line. */
export async function signSignOff(request: {
  context: TenantContext;
  input: { id: string; comment?: string | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.sign-off');
  const approval = await loadOpenApproval(context, loaded.submission, ['signing']);
  const step = assertPost(context, approval, loaded);
  const move = moveBySigning(context, approval, { stepKey: step, comment: input.comment });
  return commitMove(context, { submission: loaded.submission, ...move });
}

/** The post that holds it sends it back to the filler inside the unit. */
export async function returnSignOff(request: {
  context: TenantContext;
  input: { id: string; comment: string };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.sign-off');
  const approval = await loadOpenApproval(context, loaded.submission, ['signing']);
  const step = assertPost(context, approval, loaded);
  return commitMove(context, {
    submission: loaded.submission,
    update: { state: stateBefore(loaded) },
    ...moveByReturning(context, approval, { stepKey: step, comment: input.comment }),
  });
}

/** The filler takes it back to change it. */
export async function withdrawSignOff(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.file');
  const approval = await loadOpenApproval(context, loaded.submission, ['signing', 'signed']);
  return commitMove(context, {
    submission: loaded.submission,
    update: { state: stateBefore(loaded) },
    ...moveByWithdrawing(context, approval),
  });
}

/**
 * The printed 审签单, signed and stamped, comes back as one scan: it takes every post that is still
 * open, each by its own title.
 */
export async function registerPaperSignOff(request: {
  context: TenantContext;
  input: { id: string; evidenceId: string; signedOn: string };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.file');
  const { organizationId } = loaded.submission;
  await assertOwnScans(context, { ids: [input.evidenceId], organizationId });
  const approval = await loadOpenApproval(context, loaded.submission, ['signing']);
  const plan = signAllOnPaper(context, approval, input);
  const place = { subjectKind: 'submission', subjectId: input.id, slot: 'sign-off' };
  return commitMove(context, {
    submission: loaded.submission,
    update: { state: 'signed' },
    action: 'approval.register-paper',
    facts: { approvalId: approval.id, evidenceId: input.evidenceId, signedOn: input.signedOn },
    steps: [plan.step, ...citeEvidence(place, [input.evidenceId], context.clock.now())],
  });
}

function signAllOnPaper(
  context: TenantContext,
  approval: StoredApproval,
  { evidenceId, signedOn }: { evidenceId: string; signedOn: string },
): ApprovalPlan {
  let moved = approval;
  let last: ApprovalPlan | undefined;
  for (let step = currentStep(moved); step !== undefined; step = currentStep(moved)) {
    const paper: PaperSignature = { signedOn, signerPost: step.title, evidenceId };
    last = planSigning(
      context,
      { ...moved, version: approval.version },
      { stepKey: step.key, actorPost: postOf(context.actor), paper },
    );
    moved = last.approval;
  }
  if (last === undefined) throw approvalsErrors['approvals.not_open']();
  return last;
}

/** A post of the chain is taken by who holds that post in this unit. */
function assertPost(
  context: TenantContext,
  approval: StoredApproval,
  { submission }: LoadedSubmission,
): string {
  const step = currentStep(approval);
  if (step === undefined) throw approvalsErrors['approvals.not_open']();
  const holds = holdsPost(context.actor.grants, submission.organizationId, step.role);
  if (!holds) throw platformErrors['platform.forbidden']();
  return step.key;
}

/** A filing that was returned goes back to be mended; a new one to be filled in. */
function stateBefore({ submission }: LoadedSubmission): 'returned' | 'draft' {
  return submission.revision === 0 ? 'draft' : 'returned';
}
