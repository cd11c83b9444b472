import { dueInstant } from '#plugins/sdk/dates/days.ts';
import { dueAfter, isAbout, isExcused } from '#plugins/sdk/requests/acts.ts';
import { moveReply } from '#plugins/sdk/requests/reply.ts';
import type { RequestActKind } from '#schema/contracts/request-overview.ts';
import type { ExtendRequest, RequestMoved } from '#schema/contracts/requests.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import {
  excuseOutstanding,
  extendOutstanding,
  repliesQuery,
  updateReply,
} from '../replies.repository.ts';
import type { StoredReply } from '../replies.repository.ts';
import { requestsErrors } from '../requests.errors.ts';
import { actsQuery, insertAct } from '../requests.repository.ts';
import type { StoredAct, StoredRequest } from '../requests.repository.ts';
import type { Act } from './approve-request.ts';
import { commitRequest, postOf } from './commit-request.ts';
import { assertSeen, loadOwnRequest } from './load-request.ts';

/** An act of the sender on record: what, for whom, and why. */
export function actOf(
  context: TenantContext,
  act: Pick<StoredAct, 'requestId' | 'kind' | 'reason'> & Partial<StoredAct>,
): StoredAct {
  return {
    id: context.ids.next('act'),
    organizationId: null,
    occurrence: null,
    dueOn: null,
    dueAt: null,
    withdraws: null,
    actBy: context.actor.personId,
    actByPost: postOf(context.actor),
    at: context.clock.now(),
    ...act,
  };
}

type Issued = { row: StoredRequest } | { replay: RequestMoved };

async function loadIssued(context: TenantContext, input: Act): Promise<Issued> {
  const row = await loadOwnRequest(context, input.id, 'requests.decide');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return { replay };
  assertSeen(row, input.seenVersion);
  if (row.state !== 'issued') throw requestsErrors['requests.not_issued']();
  return { row };
}

/** 延期 for one unit or for all, of one due reply, as long as it is not past its due moment. */
export async function extendRequest(request: {
  context: TenantContext;
  input: Act & ExtendRequest;
}): Promise<RequestMoved> {
  const { context, input } = request;
  const loaded = await loadIssued(context, input);
  if ('replay' in loaded) return loaded.replay;
  const { row } = loaded;
  const { organizationId, occurrence, reason, to } = input;
  const dueAt = dueInstant(to.on, to.hour);
  const place = { requestId: row.id, organizationId, occurrence };
  const now = context.clock.now();
  const extended = { organizationId: organizationId ?? null, occurrence, dueOn: to.on, dueAt };
  const act = actOf(context, { requestId: row.id, kind: 'extend', reason, ...extended });
  return commitRequest(context, row, {
    update: {},
    action: 'request.extend',
    facts: { actId: act.id, reason, ...extended },
    steps: [extendOutstanding(place, { dueOn: to.on, dueAt, now }), insertAct(act)],
    requestKey: input.requestKey,
  });
}

/** 免报: one unit is excused from one due reply, or from all that it has not made. */
export async function excuseUnit(request: {
  context: TenantContext;
  input: Act & { organizationId: string; occurrence?: string | undefined; reason: string };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const loaded = await loadIssued(context, input);
  if ('replay' in loaded) return loaded.replay;
  const { row } = loaded;
  const { organizationId, occurrence, reason } = input;
  const act = actOf(context, {
    requestId: row.id,
    kind: 'excuse',
    reason,
    organizationId,
    occurrence: occurrence ?? null,
  });
  const excuse: Step = {
    ...excuseOutstanding({ requestId: row.id, organizationId, occurrence }, { reason, at: act.at }),
    expectRows: 'some',
    otherwise: 'requests.nothing_to_excuse',
  };
  return commitRequest(context, row, {
    update: {},
    action: 'request.excuse',
    facts: { actId: act.id, reason, organizationId, occurrence },
    steps: [excuse, insertAct(act)],
    requestKey: input.requestKey,
  });
}

/** Takes an extension or an excuse back; the act stays on record with the one that withdrew it. */
export async function withdrawAct(request: {
  context: TenantContext;
  input: Act & { actId: string; reason: string };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const loaded = await loadIssued(context, input);
  if ('replay' in loaded) return loaded.replay;
  const { row } = loaded;
  const acts = await actsQuery(context.db, row.id);
  const act = acts.find(({ id }) => id === input.actId);
  if (act === undefined) throw requestsErrors['requests.unknown_act']();
  const { organizationId, occurrence } = act;
  const back = actOf(context, {
    requestId: row.id,
    kind: 'withdraw',
    reason: input.reason,
    withdraws: act.id,
    organizationId,
    occurrence,
  });
  const steps = await undoing(context, { act, acts: [...acts, back] });
  return commitRequest(context, row, {
    update: {},
    action: 'request.withdraw-act',
    facts: { actId: act.id, kind: act.kind, reason: input.reason },
    steps: [...steps, insertAct(back)],
    requestKey: input.requestKey,
  });
}

const withdrawable: readonly RequestActKind[] = ['extend', 'excuse'];

async function undoing(
  context: TenantContext,
  { act, acts }: { act: StoredAct; acts: readonly StoredAct[] },
): Promise<Step[]> {
  const isTwice = acts.filter(({ withdraws }) => withdraws === act.id).length > 1;
  if (isTwice || !withdrawable.includes(act.kind)) {
    throw requestsErrors['requests.not_withdrawable']();
  }
  const replies = await repliesQuery(context.db, { requestId: act.requestId });
  const about = replies.filter((reply) => isAbout(act, reply));
  return act.kind === 'extend'
    ? about.flatMap((reply) => shorten(context, reply, acts))
    : about.flatMap((reply) => restore(context, reply, acts));
}

/** The due moment as the acts that stand leave it; nobody is made late by that. */
function shorten(context: TenantContext, reply: StoredReply, acts: readonly StoredAct[]): Step[] {
  const now = context.clock.now();
  const original = { dueOn: reply.originalDueOn, dueAt: reply.originalDueAt };
  const due = dueAfter(original, acts, reply);
  if (due.dueAt === reply.dueAt || reply.firstFiledAt !== null) return [];
  if (reply.state !== 'excused' && due.dueAt < now) {
    throw requestsErrors['requests.not_withdrawable']();
  }
  return [updateReply(reply, { ...due, updatedAt: now })];
}

function restore(context: TenantContext, reply: StoredReply, acts: readonly StoredAct[]): Step[] {
  const state = moveReply(reply, 'restore');
  if (state === undefined || isExcused(acts, reply)) return [];
  return [updateReply(reply, { state, excusedReason: null, updatedAt: context.clock.now() })];
}
