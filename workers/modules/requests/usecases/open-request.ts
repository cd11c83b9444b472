import type { RequestDraft, RequestMoved } from '#schema/contracts/requests.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { commission, issuerSubject, seatOf } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { insertRequest } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { changeOf, commitRequest } from './commit-request.ts';
import { assertSeen, loadOwnRequest } from './load-request.ts';

/** Begins a request of the commission, or of a bureau by one of its own people. */
export async function openRequest(request: {
  context: TenantContext;
  input: {
    issuer?: string | undefined;
    content: RequestDraft;
    requestKey?: RequestKey | undefined;
  };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const issuerId = input.issuer ?? commission;
  const { actor, ids, clock } = context;
  assertCan(seatOf(actor, issuerId), 'requests.draft', issuerSubject(issuerId));
  const at = clock.now();
  const row: StoredRequest = {
    id: ids.next('rqt'),
    issuerId,
    state: 'drafting',
    content: input.content,
    contentHash: null,
    approvalId: null,
    writtenBy: [actor.personId],
    year: null,
    issuedAt: null,
    closedAt: null,
    closedReason: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const change = changeOf(
    context,
    { kind: 'request', id: row.id },
    { action: 'request.open', facts: { issuerId }, steps: [insertRequest(row)] },
  );
  const answer = { id: row.id, state: row.state, version: 1 };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

/** Saves the draft as a whole, as far as nobody saved it since it was read. */
export async function saveRequest(request: {
  context: TenantContext;
  input: {
    id: string;
    seenVersion: number;
    content: RequestDraft;
    requestKey?: RequestKey | undefined;
  };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const row = await loadOwnRequest(context, input.id, 'requests.draft');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'drafting') throw requestsErrors['requests.not_drafting']();
  const writtenBy = [...new Set([...row.writtenBy, context.actor.personId])];
  return commitRequest(context, row, {
    update: { content: input.content, writtenBy },
    action: 'request.save',
    facts: { parts: Object.keys(input.content) },
    requestKey: input.requestKey,
  });
}
