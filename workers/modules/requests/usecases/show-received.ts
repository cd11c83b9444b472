import { can } from '#schema/contracts/permission.ts';
import type { ReceivedRequest } from '#schema/contracts/request-replies.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import {
  addresseesQuery,
  findAddressee,
  repliesQuery,
  signForStep,
} from '../replies.repository.ts';
import type { StoredAddressee } from '../replies.repository.ts';
import { commission, seatOf, wholeContent } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { asksQuery, findRequest } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { askedReplies, toReplyRow } from '../views.domain.ts';
import { findCitation } from './check-draft.ts';
import { changeOf, postOf } from './commit-request.ts';
import { officeOf } from './list-mine.ts';
import { subjectOf } from './load-request.ts';

type Place = { id: string; organizationId: string };
type Received = { request: StoredRequest; addressee: StoredAddressee };

/** A request that went to a unit, for the people of that unit and who oversees it. */
async function loadReceived(context: TenantContext, place: Place): Promise<Received> {
  const { id: requestId, organizationId } = place;
  const [request, addressee] = await Promise.all([
    findRequest(context.db, requestId),
    findAddressee(context.db, { requestId, organizationId }),
  ]);
  const isHis =
    addressee !== undefined && can(context.actor, 'requests.read', subjectOf(addressee));
  if (request === undefined || !isHis) throw requestsErrors['requests.not_found']();
  return { request, addressee };
}

/** The text, one unit’s own part and its own replies; never what others replied. */
export async function showReceived(request: {
  context: TenantContext;
  input: Place;
}): Promise<ReceivedRequest> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.read');
  const { request: row, addressee } = await loadReceived(context, input);
  const { db, clock } = context;
  const { organizationId, organizationName, part, signedForAt } = addressee;
  const { to: _to, chain: _chain, minutes: _minutes, ...content } = wholeContent(row.content);
  const [replies, all, asks, issuer, citation] = await Promise.all([
    repliesQuery(db, { requestId: row.id, organizationId }),
    addresseesQuery(db, row.id),
    asksQuery(db, row.id),
    row.issuerId === commission ? undefined : findOrganization(db, row.issuerId),
    findCitation(context, content.basis.cites),
  ]);
  const seen = { now: clock.now(), asked: askedReplies(asks) };
  return {
    id: row.id,
    state: row.state,
    issuer: officeOf(context, row, issuer?.name),
    issuedAt: row.issuedAt ?? row.createdAt,
    content,
    ...(citation === undefined ? {} : { citation }),
    organizationId,
    organizationName,
    part,
    together: all.flatMap((unit) =>
      unit.part === 'reply' ? [] : [{ organizationName: unit.organizationName, part: unit.part }],
    ),
    ...(signedForAt === null ? {} : { signedForAt }),
    replies: replies.map((reply) => toReplyRow(reply, addressee, seen)),
    ...(row.closedReason === null ? {} : { closedReason: row.closedReason }),
  };
}

/** 签收, once, by one of the unit’s own; signing again shows the first signature. */
export async function signForRequest(request: {
  context: TenantContext;
  input: Place & { requestKey?: RequestKey | undefined };
}): Promise<{ id: string; signedForAt: number }> {
  const { context, input } = request;
  const { request: row, addressee } = await loadReceived(context, input);
  const { organizationId } = addressee;
  assertCan(seatOf(context.actor, organizationId), 'requests.fill', { organizationId });
  if (addressee.signedForAt !== null) return { id: row.id, signedForAt: addressee.signedForAt };
  if (row.state !== 'issued') throw requestsErrors['requests.not_issued']();
  const signedForAt = context.clock.now();
  const signature = {
    signedForAt,
    signedForBy: context.actor.personId,
    signedForByPost: postOf(context.actor),
  };
  const change = changeOf(
    context,
    { kind: 'request', id: row.id },
    {
      action: 'request.sign-for',
      facts: { organizationId },
      steps: [signForStep({ requestId: row.id, organizationId }, signature)],
    },
  );
  const answer = { id: row.id, signedForAt };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}
