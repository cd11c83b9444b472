import { replyFormOf } from '#plugins/sdk/requests/reply-form.ts';
import { isEditable, isLate } from '#plugins/sdk/requests/reply.ts';
import { can } from '#schema/contracts/permission.ts';
import type { ReplyDetail, ReplyReceipt } from '#schema/contracts/request-replies.ts';
import { listEvidence, toEvidenceAnswer } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { findRevision } from '../replies.repository.ts';
import type { ReplyRevision, StoredReply } from '../replies.repository.ts';
import { commission, hourOf, seatOf, wholeContent, wording } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { asksOfReplyQuery } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { askedReplies, toAsk, toReplyRow } from '../views.domain.ts';
import { officeOf } from './list-mine.ts';
import { loadReply, mayAct } from './load-request.ts';

/** The files that answers name, by the fields of the form that hold files. */
export function filesIn(
  request: StoredRequest,
  answers: StoredReply['answers'],
): Map<string, string> {
  const slots = new Map<string, string>();
  for (const field of replyFormOf(request.content).fields) {
    const value = field.kind === 'evidence' ? answers[field.key] : undefined;
    if (!Array.isArray(value)) continue;
    for (const id of value) if (typeof id === 'string') slots.set(id, field.key);
  }
  return slots;
}

export function toReplyReceipt(
  revision: ReplyRevision,
  { title, office, occurrence }: { title: string; office: string; occurrence: string },
): ReplyReceipt {
  const { receiptNumber: number, filedAt, organizationName, late, nil, contentHash } = revision;
  return {
    number,
    filedAt,
    office,
    organizationName,
    title,
    occurrence,
    late,
    nil,
    revision: revision.revision,
    contentHash,
    files: revision.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}

export async function readOffice(context: TenantContext, request: StoredRequest): Promise<string> {
  const { issuerId } = request;
  const issuer = issuerId === commission ? undefined : await findOrganization(context.db, issuerId);
  return officeOf(context, request, issuer?.name);
}

/** One reply with its form, answers and files. */
export async function showReply(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<ReplyDetail> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.read');
  const loaded = await loadReply(context, input.id);
  const { reply, request: row, addressee } = loaded;
  const [revision, asks, office] = await Promise.all([
    findRevision(context.db, reply),
    asksOfReplyQuery(context.db, reply.id),
    readOffice(context, row),
  ]);
  const { organizationId, organizationName } = addressee;
  const seat = seatOf(context.actor, organizationId);
  const isUnit = can(seat, 'requests.read', { organizationId });
  // A draft is the unit’s own until it is filed; the sender sees what was filed last.
  const answers = isUnit ? reply.answers : (revision?.answers ?? {});
  const files = await listEvidence(context.db, [...filesIn(row, answers).keys()]);
  const { title, text, nilReply } = wholeContent(row.content);
  const isOpen = row.state === 'issued' && isEditable(reply.state);
  const {
    part: _part,
    signedForAt: _signedForAt,
    ...entries
  } = toReplyRow(reply, addressee, {
    now: context.clock.now(),
    asked: askedReplies(asks),
  });
  const { occurrence } = reply;
  return {
    ...entries,
    requestId: row.id,
    requestState: row.state,
    title,
    text,
    office,
    dueLabel: wording(reply.dueOn, hourOf(reply.dueOn, reply.dueAt)),
    form: replyFormOf(row.content),
    mayBeNil: nilReply,
    answers,
    evidence: files.map(toEvidenceAnswer),
    ...(reply.returns === 0 ? {} : { returned: { points: reply.points } }),
    ...(reply.excusedReason === null ? {} : { excusedReason: reply.excusedReason }),
    asks: asks.map((ask) => toAsk(ask, organizationName)),
    ...(revision && { receipt: toReplyReceipt(revision, { title, office, occurrence }) }),
    may: {
      fill: isOpen && can(seat, 'requests.fill', { organizationId }),
      file: isOpen && can(seat, 'requests.file', { organizationId }),
      decide: mayAct(context, { ...row, writtenBy: [] }, 'requests.decide'),
    },
  };
}

/** The receipt of the last filing, to print. */
export async function showReplyReceipt(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<ReplyReceipt> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.read');
  const { reply, request: row } = await loadReply(context, input.id);
  const revision = await findRevision(context.db, reply);
  if (revision === undefined) throw requestsErrors['requests.no_receipt']();
  const { title } = wholeContent(row.content);
  const { occurrence } = reply;
  return toReplyReceipt(revision, { title, office: await readOffice(context, row), occurrence });
}

/** Late as the reply would be if it were filed now. */
export function isLateNow(reply: StoredReply, now: number): boolean {
  return isLate({ ...reply, firstFiledAt: reply.firstFiledAt ?? now }, now);
}
