import type { AuditAction } from '#schema/contracts/audit.ts';
import type { ReviewDecided } from '#schema/contracts/reviews.ts';
import { changeOf, findSubmission, postOf } from '#workers/modules/submissions/index.ts';
import type { SubmissionUpdate } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { insertReview } from '../reviews.repository.ts';
import type { StoredReview } from '../reviews.repository.ts';
import type { LoadedCase } from './load-case.ts';

/** A decision is about what the reviewer has seen, and about nothing newer. */
export function assertSeen({ submission }: LoadedCase, seenVersion: number): void {
  const { version: currentVersion } = submission;
  if (currentVersion === seenVersion) return;
  const headers = { etag: etagOf(currentVersion) };
  throw platformErrors['platform.stale_version']({ extras: { currentVersion }, headers });
}

type ReviewRecord = Pick<
  StoredReview,
  'decision' | 'points' | 'stampChecks' | 'round' | 'comment' | 'undoes'
>;

/** Puts the record of a review and what it does to the filing into one change. */
export function commitReview(
  context: TenantContext,
  loaded: LoadedCase,
  input: {
    record: ReviewRecord;
    update: SubmissionUpdate;
    action: AuditAction;
    event: string;
    steps?: readonly Step[];
    requestKey?: RequestKey | undefined;
  },
): Promise<ReviewDecided> {
  const { submission } = loaded;
  const { record, update, action, event, requestKey } = input;
  const review: StoredReview = {
    ...record,
    id: context.ids.next('rev'),
    submissionId: submission.id,
    revision: submission.revision,
    officeKey: submission.officeKey,
    reviewerId: context.actor.personId,
    reviewerPost: postOf(context.actor),
    stateBefore: submission.state,
    submissionVersion: submission.version + 1,
    at: context.clock.now(),
  };
  const answer: ReviewDecided = {
    id: submission.id,
    state: update.state ?? submission.state,
    version: review.submissionVersion,
    reviewId: review.id,
    round: review.round,
  };
  const change = changeOf(context, {
    submission,
    update,
    action,
    facts: factsOf(review),
    steps: [insertReview(review), ...(input.steps ?? [])],
    events: [{ type: event, subjectId: submission.id, payload: payloadOf(review) }],
  });
  return commitAnswer(context.writer, change, {
    answer,
    requestKey,
    currentVersion: async () => (await findSubmission(context.db, submission.id))?.version,
  });
}

function factsOf({ id, decision, revision, round, points, comment, undoes }: StoredReview) {
  const facts: JsonObject = { reviewId: id, decision, revision, round };
  return {
    ...facts,
    ...(points.length > 0 ? { points: points.map(({ path, reason }) => ({ path, reason })) } : {}),
    ...(comment === null ? {} : { comment }),
    ...(undoes === null ? {} : { undoes }),
  };
}

function payloadOf({ id, submissionId, revision, undoes }: StoredReview): JsonObject {
  return { submissionId, revision, reviewId: id, ...(undoes === null ? {} : { undoes }) };
}
