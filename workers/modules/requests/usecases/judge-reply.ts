import { dueInstant } from '#plugins/sdk/dates/days.ts';
import { isEditable, moveReply, newPoints } from '#plugins/sdk/requests/reply.ts';
import type { DecideAsk, ReplyMoved, RequestAsk } from '#schema/contracts/request-replies.ts';
import type { Deadline } from '#schema/contracts/requests.ts';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { requestsErrors } from '../requests.errors.ts';
import { decideAskStep, findAsk, insertAct, insertAsk } from '../requests.repository.ts';
import type { StoredAsk } from '../requests.repository.ts';
import { toAsk } from '../views.domain.ts';
import { actOf } from './act-on-request.ts';
import type { Act } from './approve-request.ts';
import { changeOf, commitReply, postOf } from './commit-request.ts';
import { assertSeen, loadJudgedReply, loadOwnReply } from './load-request.ts';

/** 审核通过. */
export async function acceptReply(request: {
  context: TenantContext;
  input: Act;
}): Promise<ReplyMoved> {
  const { context, input } = request;
  const { reply } = await loadJudgedReply(context, input.id);
  const replay = await findReplay<ReplyMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(reply, input.seenVersion);
  const state = moveReply(reply, 'accept');
  if (state === undefined) throw requestsErrors['requests.not_filed']();
  return commitReply(context, reply, {
    update: { state },
    action: 'request.accept',
    facts: { revision: reply.revision },
    requestKey: input.requestKey,
  });
}

/** 退回修改, once, with everything listed: a second time only what was named and is not mended. */
export async function returnReply(request: {
  context: TenantContext;
  input: Act & { points: ReturnPoint[] };
}): Promise<ReplyMoved> {
  const { context, input } = request;
  const { reply, request: row } = await loadJudgedReply(context, input.id);
  const replay = await findReplay<ReplyMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(reply, input.seenVersion);
  if (row.state !== 'issued') throw requestsErrors['requests.not_issued']();
  const state = moveReply(reply, 'return');
  if (state === undefined) throw requestsErrors['requests.not_filed']();
  const paths = (points: readonly ReturnPoint[]) => points.map(({ path }) => path);
  const added = reply.returns === 0 ? [] : newPoints(paths(reply.points), paths(input.points));
  if (added.length > 0) {
    throw requestsErrors['requests.returned_before']({ values: { count: added.length } });
  }
  return commitReply(context, reply, {
    update: { state, returns: reply.returns + 1, points: input.points },
    action: 'request.return',
    facts: { revision: reply.revision, points: input.points },
    requestKey: input.requestKey,
  });
}

/** 申请延期, before the due moment has passed; the sender decides. */
export async function askMoreTime(request: {
  context: TenantContext;
  input: { id: string; to: Deadline; reason: string; requestKey?: RequestKey | undefined };
}): Promise<RequestAsk> {
  const { context, input } = request;
  const { reply, request: row, addressee } = await loadOwnReply(context, input.id, 'requests.file');
  const replay = await findReplay<RequestAsk>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (row.state !== 'issued') throw requestsErrors['requests.not_issued']();
  if (!isEditable(reply.state) || reply.firstFiledAt !== null) {
    throw requestsErrors['requests.not_editable']();
  }
  const askedAt = context.clock.now();
  if (askedAt > reply.dueAt) throw requestsErrors['requests.asked_after_expiry']();
  const { on: wantedOn, hour: wantedHour } = input.to;
  if (dueInstant(wantedOn, wantedHour) <= reply.dueAt) {
    throw requestsErrors['requests.asked_not_later']();
  }
  const ask: StoredAsk = {
    id: context.ids.next('ask'),
    requestId: row.id,
    replyId: reply.id,
    organizationId: reply.organizationId,
    occurrence: reply.occurrence,
    reason: input.reason,
    wantedOn,
    wantedHour,
    state: 'asked',
    askedBy: context.actor.personId,
    askedByPost: postOf(context.actor),
    askedAt,
    answer: null,
    decidedByPost: null,
    decidedAt: null,
  };
  const change = changeOf(
    context,
    { kind: 'request-reply', id: reply.id },
    {
      action: 'request.ask-extension',
      facts: { askId: ask.id, to: { ...input.to }, reason: input.reason },
      steps: [insertAsk(ask)],
    },
  );
  return commitAnswer(context.writer, change, {
    answer: toAsk(ask, addressee.organizationName),
    requestKey: input.requestKey,
    constraints: { 'request_asks.reply_id': requestsErrors['requests.already_asked'] },
  });
}

/** The sender agrees or says why not; what was asked for in time is granted after it, too. */
export async function decideAsk(request: {
  context: TenantContext;
  input: { askId: string; decision: DecideAsk; requestKey?: RequestKey | undefined };
}): Promise<ReplyMoved> {
  const { context, input } = request;
  const ask = await findAsk(context.db, input.askId);
  if (ask === undefined) throw requestsErrors['requests.no_ask']();
  const { reply, request: row } = await loadJudgedReply(context, ask.replyId);
  const replay = await findReplay<ReplyMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const isOpen = row.state === 'issued' && isEditable(reply.state) && reply.firstFiledAt === null;
  if (ask.state !== 'asked' || !isOpen) throw requestsErrors['requests.already_decided']();
  const { decision } = input;
  const decided = decideAskStep(ask.id, {
    state: decision.agree ? 'agreed' : 'declined',
    answer: decision.agree ? null : decision.answer,
    decidedByPost: postOf(context.actor),
    decidedAt: context.clock.now(),
  });
  const due = { dueOn: ask.wantedOn, dueAt: dueInstant(ask.wantedOn, ask.wantedHour) };
  const { organizationId, occurrence, reason } = ask;
  const act = actOf(context, {
    requestId: row.id,
    kind: 'extend',
    organizationId,
    occurrence,
    reason,
    ...due,
  });
  // An extension for all may have gone further meanwhile: nobody loses time by an agreement.
  const later = due.dueAt > reply.dueAt ? due : {};
  return commitReply(context, reply, {
    update: decision.agree ? later : {},
    action: 'request.decide-extension',
    facts: { askId: ask.id, agree: decision.agree },
    steps: decision.agree ? [decided, insertAct(act)] : [decided],
    requestKey: input.requestKey,
  });
}
