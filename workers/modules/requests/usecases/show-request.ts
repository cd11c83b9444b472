import * as v from 'valibot';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { replyFormOf } from '#plugins/sdk/requests/reply-form.ts';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import type { ReplyList, ReplyState } from '#schema/contracts/request-replies.ts';
import { currentStep, findApproval } from '#workers/modules/approvals/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { addresseesQuery, repliesQuery } from '../replies.repository.ts';
import type { StoredAddressee } from '../replies.repository.ts';
import { commission, occurrenceViews, reminderOf } from '../requests.domain.ts';
import { actsQuery, asksQuery } from '../requests.repository.ts';
import {
  askedReplies,
  countsOf,
  standingAsks,
  toActs,
  toAsk,
  toReplyRow,
} from '../views.domain.ts';
import { permissionOfRole } from './approve-request.ts';
import { loadRequest, mayAct } from './load-request.ts';
import { toSummary } from './summarize.ts';

/** Everything of a request for its sender: text, approval, acts, who signed for it, who is late. */
export async function showRequest(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<RequestDetail> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.oversee');
  const row = await loadRequest(context, input.id);
  const { db, clock } = context;
  const [addressees, replies, acts, asks, approval, issuer] = await Promise.all([
    addresseesQuery(db, row.id),
    repliesQuery(db, { requestId: row.id }),
    actsQuery(db, row.id),
    asksQuery(db, row.id),
    row.approvalId === null ? undefined : findApproval(db, row.approvalId),
    row.issuerId === commission ? undefined : findOrganization(db, row.issuerId),
  ]);
  const now = clock.now();
  const names = namesOf(addressees);
  const nameOf = (id: string) => names.get(id) ?? '';
  const counts = row.issuedAt === null ? undefined : countsOf(addressees, replies, now);
  const named = replies.map((reply) => ({
    ...reply,
    organizationName: nameOf(reply.organizationId),
  }));
  const step = approval && row.state === 'signing' ? currentStep(approval) : undefined;
  const { organizationId: _place, ...shownApproval } = approval ?? { organizationId: null };
  return {
    summary: toSummary(row, { approval, counts, issuerName: issuer?.name }),
    content: row.content,
    replyForm: replyFormOf(row.content),
    occurrences: occurrenceViews(row.content, officialCalendar),
    ...(approval === undefined ? {} : { approval: { ...approval, ...shownApproval } }),
    addressees: addressees.map(toAddressee),
    acts: toActs(acts, names),
    asks: standingAsks(asks, replies).map((ask) => toAsk(ask, nameOf(ask.organizationId))),
    reminder: reminderOf(row.content.title ?? '', named, now),
    may: {
      draft: mayAct(context, { ...row, writtenBy: [] }, 'requests.draft'),
      decide: mayAct(context, { ...row, writtenBy: [] }, 'requests.decide'),
      sign: step !== undefined && mayAct(context, row, permissionOfStep(step.role)),
    },
  };
}

/** The chain was opened from the request's own posts, whose roles these are. */
function permissionOfStep(role: string) {
  return permissionOfRole[role as keyof typeof permissionOfRole];
}

function namesOf(addressees: readonly StoredAddressee[]): Map<string, string> {
  return new Map(
    addressees.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  );
}

function toAddressee(row: StoredAddressee): RequestDetail['addressees'][number] {
  const { organizationId, organizationName, part, signedForAt, signedForByPost } = row;
  return {
    organizationId,
    organizationName,
    part,
    ...(signedForAt === null ? {} : { signedForAt }),
    ...(signedForByPost === null ? {} : { signedForByPost }),
  };
}

const keySchema = v.tuple([v.number(), v.string(), v.number()]);

export type RepliesInput = {
  id: string;
  occurrence?: string | undefined;
  state?: ReplyState | undefined;
  overdue?: boolean;
  cursor?: string | undefined;
  limit?: string | undefined;
};

/** The replies of a request in official unit order; only what is overdue where that is asked. */
export async function listReplies(request: {
  context: TenantContext;
  input: RepliesInput;
}): Promise<ReplyList> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.oversee');
  const row = await loadRequest(context, input.id);
  const { db, clock } = context;
  const now = clock.now();
  const { limit, after } = pageRequestOf(input, keySchema);
  const { occurrence, state } = input;
  const overdueAt = input.overdue === true ? now : undefined;
  const [rows, addressees, asks] = await Promise.all([
    repliesQuery(
      db,
      { requestId: row.id, occurrence, state, overdueAt },
      { after, limit: limit + 1 },
    ),
    addresseesQuery(db, row.id),
    asksQuery(db, row.id),
  ]);
  const page = toPage(rows, limit, (reply) => [
    reply.organizationOrder,
    reply.organizationId,
    reply.dueAt,
  ]);
  const units = new Map(addressees.map((unit) => [unit.organizationId, unit]));
  const asked = askedReplies(asks);
  return {
    asOf: now,
    rows: page.items.flatMap((reply) => {
      const unit = units.get(reply.organizationId);
      return unit === undefined ? [] : [toReplyRow(reply, unit, { now, asked })];
    }),
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}
