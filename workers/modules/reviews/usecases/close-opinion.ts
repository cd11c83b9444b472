import type { AnswerOpinion, Opinion } from '#schema/contracts/review-opinions.ts';
import { postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { mayAnswer, mayWithdraw, toOpinion } from '../opinions.domain.ts';
import { closeOpinion, findOpinion } from '../opinions.repository.ts';
import type { StoredOpinion } from '../opinions.repository.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import { OPINION_ANSWERED } from '../reviews.events.ts';
import { loadCase, loadCaseToDecide } from './load-case.ts';

type Keyed = { id: string; requestKey?: RequestKey | undefined };

/** The opinion as it comes back: on line by who was asked, or from paper by who asked. */
export async function answerOpinion(request: {
  context: TenantContext;
  input: Keyed & { answer: AnswerOpinion };
}): Promise<Opinion> {
  const { context, input } = request;
  const { row, replay } = await loadOpinion(context, input, 'answer');
  if (replay !== undefined) return replay;
  if (row.state !== 'asked') throw reviewsErrors['reviews.opinion_closed']();
  if (!mayAnswer(row, context.actor)) throw reviewsErrors['reviews.not_asked']();
  const { view, words, paper } = input.answer;
  if (row.askedOf === null && paper === undefined) {
    throw reviewsErrors['reviews.paper_post_missing']();
  }
  const fromPaper = row.askedOf === null ? paper : undefined;
  return commitClosing(context, row, {
    change: {
      state: 'answered',
      view,
      words,
      answeredBy: context.actor.personId,
      answeredByPost: fromPaper?.post ?? postOf(context.actor),
      answeredAt: context.clock.now(),
      signedOn: fromPaper?.signedOn ?? null,
    },
    action: 'review.comment',
    event: OPINION_ANSWERED,
    requestKey: input.requestKey,
  });
}

/** Who asked does not wait any longer; what was asked stays on record. */
export async function withdrawOpinion(request: {
  context: TenantContext;
  input: Keyed;
}): Promise<Opinion> {
  const { context, input } = request;
  const { row, replay } = await loadOpinion(context, input, 'withdraw');
  if (replay !== undefined) return replay;
  if (!mayWithdraw(row, context.actor)) throw reviewsErrors['reviews.opinion_closed']();
  return commitClosing(context, row, {
    change: { state: 'withdrawn' },
    action: 'review.withdraw-ask',
    requestKey: input.requestKey,
  });
}

/** Known to whoever may see the filing; a recused person answers no more, but may take back. */
async function loadOpinion(context: TenantContext, input: Keyed, act: 'answer' | 'withdraw') {
  assertHolds(context.actor, 'submissions.review');
  const row = await findOpinion(context.db, input.id);
  if (row === undefined) throw reviewsErrors['reviews.opinion_not_found']();
  const load = act === 'answer' ? loadCaseToDecide : loadCase;
  await load(context, row.submissionId);
  const replay = await findReplay<Opinion>(context, input.requestKey);
  return { row, replay };
}

function commitClosing(
  context: TenantContext,
  row: StoredOpinion,
  closing: {
    change: Partial<StoredOpinion>;
    action: 'review.comment' | 'review.withdraw-ask';
    event?: string;
    requestKey: RequestKey | undefined;
  },
): Promise<Opinion> {
  const closed = { ...row, ...closing.change, version: row.version + 1 };
  const { view, words } = closing.change;
  const payload = { submissionId: row.submissionId, opinionId: row.id };
  return commitAnswer(
    context.writer,
    {
      steps: [closeOpinion(row, closing.change)],
      audit: {
        action: closing.action,
        actor: { kind: 'person', id: context.actor.personId },
        subjectKind: 'submission',
        subjectId: row.submissionId,
        at: context.clock.now(),
        facts: { opinionId: row.id, ...(view && words ? { view, words } : {}) },
      },
      ...(closing.event === undefined
        ? {}
        : { events: [{ type: closing.event, subjectId: row.submissionId, payload }] }),
    },
    { answer: toOpinion(closed, context.actor), requestKey: closing.requestKey },
  );
}
