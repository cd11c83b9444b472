import type { ReasonList } from '#schema/contracts/review-opinions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listOwnReasons, replaceOwnReasons } from '../reasons.repository.ts';
import { reviewsErrors } from '../reviews.errors.ts';

/** 常用退回意见: this person's own, in her own order. */
export async function showReasons(request: { context: TenantContext }): Promise<ReasonList> {
  const { context } = request;
  assertHolds(context.actor, 'submissions.review');
  return { reasons: await listOwnReasons(context.db, context.actor.personId) };
}

/** The list as she has put it: what is new, reworded, moved or gone, all at once. */
export async function keepReasons(request: {
  context: TenantContext;
  input: ReasonList;
}): Promise<ReasonList> {
  const { context, input } = request;
  assertHolds(context.actor, 'submissions.review');
  const { personId } = context.actor;
  const { reasons } = input;
  if (new Set(reasons).size < reasons.length) throw reviewsErrors['reviews.reason_twice']();
  const at = context.clock.now();
  await commitOrThrow(context.writer, {
    steps: replaceOwnReasons({ personId, reasons, at }),
    audit: {
      action: 'review.keep-reasons',
      actor: { kind: 'person', id: personId },
      subjectKind: 'person',
      subjectId: personId,
      at,
      facts: { reasons: reasons.length },
    },
  });
  return { reasons: [...reasons] };
}
