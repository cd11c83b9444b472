import { can } from '#schema/contracts/permission.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findAddressee, findReply } from '../replies.repository.ts';
import type { StoredAddressee, StoredReply } from '../replies.repository.ts';
import { issuerSubject, seatOf } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { findRequest } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';

export { assertSeen } from '#workers/platform/http/etag.ts';

type Reading = Pick<TenantContext, 'actor' | 'db'>;

/** The issuer’s own people see everything; who oversees the issuer sees what went out. */
function mayOversee({ actor }: Reading, row: StoredRequest): boolean {
  const subject = issuerSubject(row.issuerId);
  if (can(seatOf(actor, row.issuerId), 'requests.oversee', subject)) return true;
  return row.issuedAt !== null && can(actor, 'requests.oversee', subject);
}

/** May this person do this as one of the issuer’s own. */
export function mayAct(
  { actor }: Pick<TenantContext, 'actor'>,
  row: StoredRequest,
  action: Permission,
): boolean {
  const subject = { ...issuerSubject(row.issuerId), madeBy: row.writtenBy };
  return can(seatOf(actor, row.issuerId), action, subject);
}

/** A request for who may see it as its sender; unknown to everybody else. */
export async function loadRequest(context: Reading, id: string): Promise<StoredRequest> {
  const row = await findRequest(context.db, id);
  if (row === undefined || !mayOversee(context, row)) throw requestsErrors['requests.not_found']();
  return row;
}

/** The same, for who acts for the issuer: nobody’s range reaches into another office’s requests. */
export async function loadOwnRequest(
  context: Reading,
  id: string,
  action: Permission,
): Promise<StoredRequest> {
  const row = await loadRequest(context, id);
  assertCan(seatOf(context.actor, row.issuerId), action, issuerSubject(row.issuerId));
  return row;
}

export type LoadedReply = {
  reply: StoredReply;
  request: StoredRequest;
  addressee: StoredAddressee;
};

/** A reply for its unit, for the sender, and for who oversees the unit; unknown to all others. */
export async function loadReply(context: Reading, id: string): Promise<LoadedReply> {
  const reply = await findReply(context.db, id);
  if (reply === undefined) throw requestsErrors['requests.reply_not_found']();
  const [request, addressee] = await Promise.all([
    findRequest(context.db, reply.requestId),
    findAddressee(context.db, reply),
  ]);
  if (request === undefined || addressee === undefined) {
    throw requestsErrors['requests.reply_not_found']();
  }
  const isSender = mayOversee(context, request);
  if (!isSender && !can(context.actor, 'requests.read', subjectOf(addressee))) {
    throw requestsErrors['requests.reply_not_found']();
  }
  return { reply, request, addressee };
}

/** A reply for who fills it in or files it for the unit itself. */
export async function loadOwnReply(
  context: Reading,
  id: string,
  action: Permission,
): Promise<LoadedReply> {
  const loaded = await loadReply(context, id);
  const { organizationId } = loaded.reply;
  assertCan(seatOf(context.actor, organizationId), action, { organizationId });
  return loaded;
}

/** A reply for who decides on it for the sender: not of a unit to keep away from, nor one’s own work. */
export async function loadJudgedReply(context: Reading, id: string): Promise<LoadedReply> {
  const loaded = await loadReply(context, id);
  const { reply, request } = loaded;
  const seat = seatOf(context.actor, request.issuerId);
  assertCan(seat, 'requests.decide', issuerSubject(request.issuerId));
  if (context.actor.recusedFrom.includes(reply.organizationId)) {
    throw platformErrors['platform.recused']();
  }
  if (reply.filedBy === context.actor.personId) throw platformErrors['platform.own_work']();
  return loaded;
}

export function subjectOf(addressee: StoredAddressee) {
  return {
    organizationId: addressee.organizationId,
    paths: { supervision: addressee.supervisionPath, territory: addressee.territoryPath },
  };
}
