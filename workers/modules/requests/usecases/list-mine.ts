import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { isLate } from '#plugins/sdk/requests/reply.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { MyRequest, MyRequests } from '#schema/contracts/request-replies.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { addressedQuery, repliesOfUnitQuery } from '../replies.repository.ts';
import type { StoredAddressee, StoredReply } from '../replies.repository.ts';
import { commission, dueView, groupOf, nextStepOf, wholeContent } from '../requests.domain.ts';
import { findRequest } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';

/** Units in which this person holds a post that replies, not those merely within reach. */
function ownUnits({ actor }: TenantContext): string[] {
  const own = actor.grants.filter(({ permissions }) => permissions.includes('requests.read'));
  return [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
}

/** Who asks, as a paper would say it: the commission or bureau, and its post. */
export function officeOf(
  { tenant }: Pick<TenantContext, 'tenant'>,
  request: StoredRequest,
  issuerName: string | undefined,
): string {
  const full = textIn(tenant.names.full, 'zh-CN').value;
  const issuer = request.issuerId === commission ? full : (issuerName ?? '');
  return `${issuer}${request.content.from ?? ''}`;
}

type Found = { request: StoredRequest; addressee: StoredAddressee; office: string };

/** 我的任务: the requests that my units have to reply to or sign for, in the groups of filings. */
export async function listMine({ context }: { context: TenantContext }): Promise<MyRequests> {
  assertHolds(context.actor, 'requests.read');
  const { db, clock } = context;
  const unitIds = ownUnits(context);
  const now = clock.now();
  const empty: MyRequests = { asOf: now, now: [], month: [], later: [], waiting: [], done: 0 };
  if (unitIds.length === 0) return empty;
  const [addressed, ...replies] = await Promise.all([
    addressedQuery(db, unitIds),
    ...unitIds.map((id) => repliesOfUnitQuery(db, id)),
  ]);
  const found = await readFound(context, addressed);
  const today = dayAt(now);
  const groups = new Map<string, MyRequest[]>();
  const put = (group: string, row: MyRequest) =>
    groups.set(group, [...(groups.get(group) ?? []), row]);
  for (const reply of replies.flat().toSorted((a, b) => a.dueAt - b.dueAt)) {
    const around = found.get(`${reply.requestId} ${reply.organizationId}`);
    if (around !== undefined) put(groupOf(reply, today), toMine(reply, around, now));
  }
  for (const around of found.values()) {
    if (owesOnlySignature(around)) put('now', toSignFor(around));
  }
  const of = (group: string) => groups.get(group) ?? [];
  return {
    ...empty,
    now: of('now'),
    month: of('month'),
    later: of('later'),
    waiting: of('waiting'),
    done: of('done').length,
  };
}

async function readFound(
  context: TenantContext,
  addressed: readonly StoredAddressee[],
): Promise<Map<string, Found>> {
  const ids = [...new Set(addressed.map(({ requestId }) => requestId))];
  const rows = await Promise.all(ids.map((id) => findRequest(context.db, id)));
  const requests = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const issuerIds = [...requests.values()].map(({ issuerId }) => issuerId).filter(Boolean);
  const issuers: Organization[] = await findOrganizations(context.db, issuerIds);
  const names = new Map(issuers.map(({ id, name }) => [id, name]));
  return new Map(
    addressed.flatMap((addressee) => {
      const request = requests.get(addressee.requestId);
      if (request === undefined) return [];
      const office = officeOf(context, request, names.get(request.issuerId));
      const key = `${addressee.requestId} ${addressee.organizationId}`;
      return [[key, { request, addressee, office }] as const];
    }),
  );
}

function owesOnlySignature({ request, addressee }: Found): boolean {
  const { part, signedForAt } = addressee;
  return request.state === 'issued' && part === 'support' && signedForAt === null;
}

function common({ request, addressee, office }: Found) {
  const { content } = request;
  return {
    kind: 'request' as const,
    requestId: request.id,
    title: content.title ?? '',
    office,
    organizationId: addressee.organizationId,
    organizationName: addressee.organizationName,
    part: addressee.part,
    isSignedFor: addressee.signedForAt !== null,
  };
}

function toSignFor(found: Found): MyRequest {
  return {
    ...common(found),
    id: `${found.request.id}/${found.addressee.organizationId}`,
    nil: false,
    late: false,
    returns: 0,
    pointsToMend: 0,
    needsStamp: false,
    mayBeNil: false,
    nextStep: 'sign-for',
  };
}

function toMine(reply: StoredReply, found: Found, now: number): MyRequest {
  const { stampedScan, nilReply } = wholeContent(found.request.content);
  return {
    ...common(found),
    id: reply.id,
    replyId: reply.id,
    occurrence: reply.occurrence,
    state: reply.state,
    nil: reply.nil,
    late: isLate(reply, now),
    returns: reply.returns,
    pointsToMend: reply.state === 'returned' ? reply.points.length : 0,
    ...dueView(reply, now, officialCalendar),
    needsStamp: stampedScan,
    mayBeNil: nilReply,
    nextStep: nextStepOf(reply.state, found.addressee.signedForAt !== null),
    version: reply.version,
  };
}
