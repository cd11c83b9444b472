import type { DecideReview, ReviewDecided } from '#schema/contracts/reviews.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { rememberReasons } from '../reasons.repository.ts';
import { isWaiting } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { assertAnswered } from './assert-answered.ts';
import { assertDouble } from './assert-double.ts';
import { assertSeen, commitReview } from './commit-review.ts';
import { loadCaseToDecide } from './load-case.ts';
import { planDecision } from './plan-decision.ts';

/** 审核通过, 退回修改, 挂起 or 转请其他科室审: one decision on what was filed last. */
export async function decideReview(request: {
  context: TenantContext;
  input: {
    id: string;
    seenVersion: number;
    decision: DecideReview;
    requestKey?: RequestKey | undefined;
  };
}): Promise<ReviewDecided> {
  const { context, input } = request;
  const { requestKey, decision } = input;
  const loaded = await loadCaseToDecide(context, input.id);
  const replay = await findReplay<ReviewDecided>(context, requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  if (!isWaiting(loaded.submission.state)) throw reviewsErrors['reviews.not_waiting']();
  await assertAnswered(context, loaded, decision.decision);
  await assertDouble(context, loaded, decision);
  const at = context.clock.now();
  const plan = planDecision({ loaded, at, locale: context.locale }, decision);
  const { update, action, event, points, stampChecks, comment } = plan;
  const reasons = points.map(({ reason }) => reason);
  return commitReview(context, loaded, {
    record: {
      decision: decision.decision,
      points,
      stampChecks,
      round: loaded.submission.returns + 1,
      comment,
      undoes: null,
    },
    update,
    action,
    event,
    steps: rememberReasons({ personId: context.actor.personId, reasons, at }),
    requestKey,
  });
}
