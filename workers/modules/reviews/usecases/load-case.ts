import { decide } from '#schema/contracts/permission.ts';
import type { ReviewBar } from '#schema/contracts/reviews.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import { listRevisions, loadSubmission } from '#workers/modules/submissions/index.ts';
import type { LoadedSubmission, SubmissionRevision } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { barOf } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { listReviews } from '../reviews.repository.ts';
import type { StoredReview } from '../reviews.repository.ts';

export type LoadedCase = LoadedSubmission & {
  /** The newest first. */
  revisions: readonly SubmissionRevision[];
  decisions: readonly StoredReview[];
  madeBy: readonly string[];
  barred: ReviewBar | undefined;
};

/** A filing for who reviews in its range, with whether this person may decide on it. */
export async function loadCase(context: TenantContext, id: string): Promise<LoadedCase> {
  const loaded = await loadSubmission(context, id, 'submissions.read');
  const { organizationId } = loaded.submission;
  const decision = decide(context.actor, 'submissions.review', loaded.subject);
  if (!decision.allowed && decision.reason !== 'recused') {
    assertCan(context.actor, 'submissions.review', loaded.subject);
  }
  const [revisions, decisions] = await Promise.all([
    listRevisions(context.db, id),
    listReviews(context.db, [id]),
  ]);
  const madeBy = await makersOf(context, revisions);
  const barred = barOf(context.actor, { organizationId, madeBy });
  return { ...loaded, revisions, decisions, madeBy, barred };
}

/** The same, for who may decide on it and nobody else. */
export async function loadCaseToDecide(context: TenantContext, id: string): Promise<LoadedCase> {
  const loaded = await loadCase(context, id);
  if (loaded.barred === 'own-unit') throw reviewsErrors['reviews.own_unit']();
  const { subject, madeBy } = loaded;
  assertCan(context.actor, 'submissions.review', { ...subject, madeBy });
  return loaded;
}

/** Everybody who filed it or signed it, in any of its rounds. */
export async function makersOf(
  context: Pick<TenantContext, 'db'>,
  revisions: readonly SubmissionRevision[],
): Promise<string[]> {
  const ids = new Set(revisions.flatMap(({ approvalId }) => approvalId ?? []));
  const approvals = await Promise.all([...ids].map((id) => findApproval(context.db, id)));
  const signers = approvals.flatMap((approval) =>
    (approval?.steps ?? []).flatMap(({ actorId }) => actorId ?? []),
  );
  return [...new Set([...revisions.map(({ filedBy }) => filedBy), ...signers])];
}
