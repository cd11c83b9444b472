import { dayAt, yearOf } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { owesReply } from '#plugins/sdk/requests/addressees.ts';
import { dueReplies } from '#plugins/sdk/requests/occurrences.ts';
import type { RequestMoved } from '#schema/contracts/requests.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { insertAddressees, insertReplies } from '../replies.repository.ts';
import type { StoredAddressee, StoredReply } from '../replies.repository.ts';
import { wholeContent } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { REQUEST_ISSUED } from '../requests.events.ts';
import { insertAct } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { actOf } from './act-on-request.ts';
import { hashContent } from './approve-request.ts';
import type { Act } from './approve-request.ts';
import { commitRequest } from './commit-request.ts';
import { assertSeen, loadOwnRequest } from './load-request.ts';
import { reachOf } from './reach-of.ts';
import type { Reach } from './reach-of.ts';
import { assertWithinCeiling, readAskedInYear } from './weigh-request.ts';

/**
 * 下发: what was signed goes out to the units it reaches on this day, and each owes its replies. From
 * here on the text stands; what changes is an act with its reason.
 */
export async function issueRequest(request: {
  context: TenantContext;
  input: Act;
}): Promise<RequestMoved> {
  const { context, input } = request;
  const row = await loadOwnRequest(context, input.id, 'requests.draft');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  await assertSigned(context, row);
  const content = wholeContent(row.content);
  const [reach, asked] = await Promise.all([
    reachOf(context, row.issuerId, content.to),
    readAskedInYear(context),
  ]);
  assertReached(context, reach);
  assertWithinCeiling(context, { content, reach, asked });
  const at = context.clock.now();
  const addressees = addresseeRows(row, reach);
  const replies = replyRows(context, row, reach);
  const { words: reason } = content.basis;
  const act = actOf(context, { requestId: row.id, kind: 'issue', reason });
  return commitRequest(context, row, {
    update: { state: 'issued', issuedAt: at, year: yearOf(dayAt(at)) },
    action: 'request.issue',
    facts: {
      contentHash: row.contentHash,
      addressees: addressees.length,
      replies: replies.length,
    },
    steps: [insertAct(act), ...insertAddressees(addressees), ...insertReplies(replies)],
    events: [{ type: REQUEST_ISSUED, subjectId: row.id, payload: { requestId: row.id } }],
    requestKey: input.requestKey,
  });
}

async function assertSigned({ db }: TenantContext, row: StoredRequest): Promise<void> {
  const approval = row.approvalId === null ? undefined : await findApproval(db, row.approvalId);
  const isSigned = isApproved(approval, await hashContent(row.content));
  if (row.state !== 'signed' || !isSigned) throw requestsErrors['requests.not_signed']();
}

/** Units may have closed or moved since the text was checked. */
function assertReached({ locale }: TenantContext, { reached, foreign }: Reach): void {
  if (reached.length > 0 && foreign.length === 0) return;
  const message =
    locale === 'en'
      ? 'The units it names have changed. Withdraw the approval and look again.'
      : '办理单位已有变化，请撤回审签后重新核对。';
  const errors = [{ path: '/to', code: 'requests.no-addressee', message }];
  throw requestsErrors['requests.has_errors']({ values: { count: 1 }, errors });
}

function addresseeRows({ id }: StoredRequest, { reached }: Reach): StoredAddressee[] {
  return reached.map(({ unit: { organization }, part }) => ({
    requestId: id,
    organizationId: organization.id,
    organizationName: organization.name,
    organizationOrder: organization.order,
    supervisionPath: organization.paths.supervision ?? '',
    territoryPath: organization.paths.territory ?? '',
    part,
    signedForAt: null,
    signedForBy: null,
    signedForByPost: null,
  }));
}

function replyRows(context: TenantContext, row: StoredRequest, { reached }: Reach): StoredReply[] {
  const { deadline, repeats } = wholeContent(row.content);
  const due = dueReplies({ deadline, repeats }, officialCalendar);
  const at = context.clock.now();
  return reached.filter(owesReply).flatMap(({ unit: { organization } }) =>
    due.map(({ key, dueOn, dueAt }) => ({
      id: context.ids.next('rpl'),
      requestId: row.id,
      organizationId: organization.id,
      organizationOrder: organization.order,
      occurrence: key,
      originalDueOn: dueOn,
      originalDueAt: dueAt,
      dueOn,
      dueAt,
      state: 'due' as const,
      nil: false,
      answers: {},
      returns: 0,
      points: [],
      revision: 0,
      receiptNumber: null,
      firstFiledAt: null,
      filedAt: null,
      filedBy: null,
      excusedReason: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })),
  );
}
