import type { RequestMoved } from '#schema/contracts/requests.ts';
import { findApproval, planWithdrawing } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { excuseOutstanding } from '../replies.repository.ts';
import { requestsErrors } from '../requests.errors.ts';
import { insertAct } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { actOf } from './act-on-request.ts';
import type { Act } from './approve-request.ts';
import { commitRequest } from './commit-request.ts';
import { assertSeen, loadOwnRequest } from './load-request.ts';

type Ending = { context: TenantContext; input: Act & { reason: string } };

/** 办结: what has not been replied to is no longer owed; what was filed stays as it is. */
export async function closeRequest({ context, input }: Ending): Promise<RequestMoved> {
  const row = await loadOwnRequest(context, input.id, 'requests.decide');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'issued') throw requestsErrors['requests.not_issued']();
  return commitRequest(context, row, endingOf(context, { row, kind: 'close', input }));
}

/** 终止, before it went out or after; its trace stays, and nobody owes anything any more. */
export async function cancelRequest({ context, input }: Ending): Promise<RequestMoved> {
  const row = await loadOwnRequest(context, input.id, 'requests.draft');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (row.state === 'closed' || row.state === 'cancelled') {
    throw requestsErrors['requests.not_ending']();
  }
  const ending = endingOf(context, { row, kind: 'cancel', input });
  const open = await openApprovalStep(context, row);
  return commitRequest(context, row, { ...ending, steps: [...ending.steps, ...open] });
}

async function openApprovalStep(context: TenantContext, row: StoredRequest): Promise<Step[]> {
  if (row.state !== 'signing' || row.approvalId === null) return [];
  const approval = await findApproval(context.db, row.approvalId);
  return approval === undefined ? [] : [planWithdrawing(context, approval).step];
}

function endingOf(
  context: TenantContext,
  { row, kind, input }: { row: StoredRequest; kind: 'close' | 'cancel'; input: Ending['input'] },
) {
  const { reason, requestKey } = input;
  const act = actOf(context, { requestId: row.id, kind, reason });
  const state = kind === 'close' ? ('closed' as const) : ('cancelled' as const);
  return {
    update: { state, closedAt: act.at, closedReason: reason },
    action: kind === 'close' ? ('request.close' as const) : ('request.cancel' as const),
    facts: { actId: act.id, reason },
    steps: [insertAct(act), excuseOutstanding({ requestId: row.id }, { reason, at: act.at })],
    requestKey,
  };
}
