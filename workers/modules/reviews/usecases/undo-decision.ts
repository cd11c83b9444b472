import type { ReviewDecided } from '#schema/contracts/reviews.ts';
import type { SubmissionUpdate } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { standing, undoableOf } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { REVIEW_UNDONE } from '../reviews.events.ts';
import type { StoredReview } from '../reviews.repository.ts';
import { assertSeen, commitReview } from './commit-review.ts';
import { loadCaseToDecide } from './load-case.ts';
import type { LoadedCase } from './load-case.ts';

/** Takes one's own decision of the same day back, as long as nothing has followed from it. */
export async function undoDecision(request: {
  context: TenantContext;
  input: { id: string; seenVersion: number; requestKey?: RequestKey | undefined };
}): Promise<ReviewDecided> {
  const { context, input } = request;
  const { requestKey } = input;
  const loaded = await loadCaseToDecide(context, input.id);
  const replay = await findReplay<ReviewDecided>(context, requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  const undone = undoableOf(loaded.decisions, {
    personId: context.actor.personId,
    at: context.clock.now(),
    submissionVersion: loaded.submission.version,
  });
  if (undone === undefined) throw reviewsErrors['reviews.not_undoable']();
  return commitReview(context, loaded, {
    record: {
      decision: 'undo',
      points: [],
      stampChecks: [],
      round: undone.round,
      comment: null,
      undoes: undone.id,
    },
    update: restorationOf(loaded, undone),
    action: 'review.decide',
    event: REVIEW_UNDONE,
    requestKey,
  });
}

/** The filing as it stood before the decision. */
function restorationOf(
  { submission, decisions }: LoadedCase,
  undone: StoredReview,
): SubmissionUpdate {
  const held = standing(decisions).findLast(
    ({ id, decision }) => decision === 'hold' && id !== undone.id,
  );
  return {
    state: undone.stateBefore,
    officeKey: undone.officeKey,
    returns: submission.returns - (undone.decision === 'return' ? 1 : 0),
    pointsToMend: 0,
    acceptedAt: null,
    holdReason: undone.stateBefore === 'held' ? (held?.comment ?? null) : null,
  };
}
