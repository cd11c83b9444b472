import type { RequestCounts } from '#schema/contracts/request-overview.ts';
import type { ReplyState } from '#schema/contracts/request-replies.ts';

/** What decides how a reply is counted, apart from its answers. */
export type ReplyFacts = { state: ReplyState; dueAt: number; firstFiledAt: number | null };

/** `restore` takes an excuse back; the rest are 暂存, 报送, 退回修改, 审核通过, 免报. */
export type ReplyMove = 'save' | 'file' | 'return' | 'accept' | 'excuse' | 'restore';

const open: readonly ReplyState[] = ['due', 'draft', 'returned'];

/** Answers may change: before it is filed, and again after a return. */
export function isEditable(state: ReplyState): boolean {
  return open.includes(state);
}

/** The state after a move, or nothing where it cannot be made. */
export function moveReply(
  reply: Pick<ReplyFacts, 'state' | 'firstFiledAt'>,
  move: ReplyMove,
): ReplyState | undefined {
  const { state, firstFiledAt } = reply;
  switch (move) {
    case 'save':
      return state === 'due' ? 'draft' : isEditable(state) ? state : undefined;
    case 'file':
      return isEditable(state) ? 'filed' : undefined;
    case 'return':
      return state === 'filed' ? 'returned' : undefined;
    case 'accept':
      return state === 'filed' ? 'accepted' : undefined;
    case 'excuse':
      return isEditable(state) ? 'excused' : undefined;
    case 'restore':
      if (state !== 'excused') return undefined;
      return firstFiledAt === null ? 'draft' : 'returned';
  }
}

/** 已报, 未报 or 免报: every reply is one of the three at every moment. */
export function standingOf({ state }: Pick<ReplyFacts, 'state'>) {
  if (state === 'excused') return 'excused' as const;
  return isEditable(state) ? ('outstanding' as const) : ('replied' as const);
}

/**
 * 逾期: what comes in the due millisecond is in time. The first filing decides; what is mended after
 * a return does not come late by that.
 */
export function isLate(reply: ReplyFacts, now: number): boolean {
  if (reply.state === 'excused') return false;
  return (reply.firstFiledAt ?? now) > reply.dueAt;
}

export type ReplyTally = Omit<RequestCounts, 'addressees' | 'signedFor'>;

/** `due = replied + outstanding + excused`, with what is late among them. */
export function tallyReplies(
  replies: readonly (ReplyFacts & { organizationId: string })[],
  now: number,
): ReplyTally {
  const of = (standing: ReturnType<typeof standingOf>) =>
    replies.filter((reply) => standingOf(reply) === standing);
  const replied = of('replied');
  const outstanding = of('outstanding');
  const overdue = outstanding.filter((reply) => isLate(reply, now));
  return {
    due: replies.length,
    replied: replied.length,
    outstanding: outstanding.length,
    excused: of('excused').length,
    late: replied.filter((reply) => isLate(reply, now)).length,
    overdue: overdue.length,
    overdueUnits: new Set(overdue.map(({ organizationId }) => organizationId)).size,
    accepted: replies.filter(({ state }) => state === 'accepted').length,
    returned: replies.filter(({ state }) => state === 'returned').length,
  };
}

/**
 * The points of a second return that the first one did not name: a reply is returned once, with
 * everything listed. `newPoints(['text'], ['text', 'files'])` is `['files']`.
 */
export function newPoints(first: readonly string[], second: readonly string[]): string[] {
  const covers = (named: string, path: string) => path === named || path.startsWith(`${named}/`);
  return second.filter((path) => !first.some((named) => named === '' || covers(named, path)));
}
