import { standingActs } from '#plugins/sdk/requests/acts.ts';
import type { Act } from '#plugins/sdk/requests/acts.ts';
import { isEditable, isLate, tallyReplies } from '#plugins/sdk/requests/reply.ts';
import type { ReplyFacts } from '#plugins/sdk/requests/reply.ts';
import type { RequestAct, RequestCounts } from '#schema/contracts/request-overview.ts';
import type { ReplyRow, RequestAsk } from '#schema/contracts/request-replies.ts';
import type { AddresseePart } from '#schema/contracts/requests.ts';

type Reply = ReplyFacts & {
  id: string;
  organizationId: string;
  occurrence: string;
  dueOn: string;
  originalDueOn: string;
  nil: boolean;
  returns: number;
  filedAt: number | null;
  receiptNumber: string | null;
  version: number;
};
type Addressee = {
  organizationId: string;
  organizationName: string;
  part: AddresseePart;
  signedForAt: number | null;
};
type Ask = {
  id: string;
  replyId: string;
  organizationId: string;
  occurrence: string;
  reason: string;
  wantedOn: string;
  wantedHour: string;
  state: RequestAsk['state'];
  askedByPost: string;
  askedAt: number;
  answer: string | null;
  decidedByPost: string | null;
  decidedAt: number | null;
};
type StoredAct = Act & { reason: string; actByPost: string; at: number };

/** `due = replied + outstanding + excused`, and who has signed for it. */
export function countsOf(
  addressees: readonly Addressee[],
  replies: readonly Reply[],
  now: number,
): RequestCounts {
  return {
    addressees: addressees.length,
    signedFor: addressees.filter(({ signedForAt }) => signedForAt !== null).length,
    ...tallyReplies(replies, now),
  };
}

export function toReplyRow(
  reply: Reply,
  addressee: Addressee,
  { now, asked }: { now: number; asked: ReadonlySet<string> },
): ReplyRow {
  const { id, organizationId, occurrence, dueOn, dueAt, state, nil, returns, version } = reply;
  const { organizationName, part, signedForAt } = addressee;
  return {
    id,
    organizationId,
    organizationName,
    occurrence,
    dueOn,
    dueAt,
    state,
    nil,
    late: isLate(reply, now),
    returns,
    asked: asked.has(id),
    version,
    part,
    ...(reply.originalDueOn === dueOn ? {} : { originalDueOn: reply.originalDueOn }),
    ...(reply.filedAt === null ? {} : { filedAt: reply.filedAt }),
    ...(reply.receiptNumber === null ? {} : { receiptNumber: reply.receiptNumber }),
    ...(signedForAt === null ? {} : { signedForAt }),
  };
}

/** The replies for which more time is asked and not decided. */
export function askedReplies(asks: readonly Ask[]): Set<string> {
  return new Set(asks.filter(({ state }) => state === 'asked').map(({ replyId }) => replyId));
}

/** What was asked and decided, and what still waits: a reply that has come needs no more time. */
export function standingAsks<Each extends Pick<Ask, 'state' | 'replyId'>>(
  asks: readonly Each[],
  replies: readonly Pick<Reply, 'id' | 'state'>[],
): Each[] {
  const open = new Set(replies.filter(({ state }) => isEditable(state)).map(({ id }) => id));
  return asks.filter(({ state, replyId }) => state !== 'asked' || open.has(replyId));
}

export function toAsk(ask: Ask, organizationName: string): RequestAsk {
  const { id, replyId, organizationId, occurrence, reason, state, askedByPost, askedAt } = ask;
  return {
    id,
    replyId,
    organizationId,
    organizationName,
    occurrence,
    reason,
    wanted: { on: ask.wantedOn, hour: ask.wantedHour },
    state,
    askedByPost,
    askedAt,
    ...(ask.answer === null ? {} : { answer: ask.answer }),
    ...(ask.decidedByPost === null ? {} : { decidedByPost: ask.decidedByPost }),
    ...(ask.decidedAt === null ? {} : { decidedAt: ask.decidedAt }),
  };
}

/** The acts as they happened; what was withdrawn says so and stays. */
export function toActs(
  acts: readonly StoredAct[],
  names: ReadonlyMap<string, string>,
): RequestAct[] {
  const standing = new Set(standingActs(acts).map(({ id }) => id));
  return acts.map(({ id, kind, reason, actByPost, at, ...act }) => {
    const name = act.organizationId === null ? undefined : names.get(act.organizationId);
    return {
      id,
      kind,
      reason,
      byPost: actByPost,
      at,
      isWithdrawn: kind !== 'withdraw' && !standing.has(id),
      ...(act.organizationId === null ? {} : { organizationId: act.organizationId }),
      ...(name === undefined ? {} : { organizationName: name }),
      ...(act.occurrence === null ? {} : { occurrence: act.occurrence }),
      ...(act.dueOn === null ? {} : { dueOn: act.dueOn }),
      ...(act.dueAt === null ? {} : { dueAt: act.dueAt }),
      ...(act.withdraws === null ? {} : { withdraws: act.withdraws }),
    };
  });
}
