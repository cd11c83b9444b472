import * as v from 'valibot';
import { can } from '#schema/contracts/permission.ts';
import type { RequestList, RequestSummary } from '#schema/contracts/request-overview.ts';
import type { RequestState } from '#schema/contracts/requests.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { addresseesQuery, repliesQuery } from '../replies.repository.ts';
import { commission, issuerSubject, seatOf } from '../requests.domain.ts';
import { requestPageQuery } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { countsOf } from '../views.domain.ts';
import { toSummary } from './summarize.ts';

const keySchema = v.tuple([v.number(), v.string()]);

export type ListInput = {
  issuer?: string | undefined;
  state?: RequestState | undefined;
  cursor?: string | undefined;
  limit?: string | undefined;
};

/**
 * What one’s own office asks of units, the newest first, with its counts; of another issuer that one
 * oversees, what went out.
 */
export async function listRequests(request: {
  context: TenantContext;
  input: ListInput;
}): Promise<RequestList> {
  const { context, input } = request;
  const { actor, db } = context;
  assertHolds(actor, 'requests.oversee');
  const issuerId = input.issuer ?? ownIssuer(context);
  assertCan(actor, 'requests.oversee', issuerSubject(issuerId));
  const isOwn = can(seatOf(actor, issuerId), 'requests.oversee', issuerSubject(issuerId));
  const { limit, after } = pageRequestOf(input, keySchema);
  const [rows, issuer] = await Promise.all([
    requestPageQuery(db, { issuerId, state: input.state }, { after, limit: limit + 1 }),
    issuerId === commission ? undefined : findOrganization(db, issuerId),
  ]);
  const page = toPage(rows, limit, ({ createdAt, id }) => [createdAt, id]);
  const shown = page.items.filter(({ issuedAt }) => isOwn || issuedAt !== null);
  return {
    asOf: context.clock.now(),
    items: await Promise.all(shown.map((row) => summarize(context, row, issuer?.name))),
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}

/** The commission for its own people, the bureau of a post elsewhere. */
function ownIssuer({ actor }: TenantContext): string {
  const grants = actor.grants.filter((grant) => grant.permissions.includes('requests.oversee'));
  const seats = grants.map(({ organizationId }) => organizationId ?? commission);
  return seats.includes(commission) ? commission : (seats[0] ?? commission);
}

async function summarize(
  context: TenantContext,
  row: StoredRequest,
  issuerName: string | undefined,
): Promise<RequestSummary> {
  const { db, clock } = context;
  if (row.issuedAt === null) {
    const approval = row.approvalId === null ? undefined : await findApproval(db, row.approvalId);
    return toSummary(row, { approval, issuerName });
  }
  const [addressees, replies] = await Promise.all([
    addresseesQuery(db, row.id),
    repliesQuery(db, { requestId: row.id }),
  ]);
  return toSummary(row, { issuerName, counts: countsOf(addressees, replies, clock.now()) });
}
