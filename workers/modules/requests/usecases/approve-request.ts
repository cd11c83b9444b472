import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { RequestContent, RequestMoved } from '#schema/contracts/requests.ts';
import {
  loadOpenApproval,
  moveByOpening,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
  roleOfStep,
} from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { assertOwnScan } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { issuerSubject, seatOf, wholeContent } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import type { StoredRequest } from '../requests.repository.ts';
import { checkContent } from './check-draft.ts';
import { commitRequest } from './commit-request.ts';
import { assertSeen, loadOwnRequest, loadRequest } from './load-request.ts';
import { assertWithinCeiling } from './weigh-request.ts';

export type Act = { id: string; seenVersion: number; requestKey?: RequestKey | undefined };
type Role = RequestContent['chain'][number]['role'];

export const permissionOfRole: Readonly<Record<Role, Permission>> = {
  drafter: 'requests.draft',
  checker: 'requests.check',
  countersigner: 'requests.countersign',
  signer: 'requests.sign',
};

export function hashContent(content: StoredRequest['content']): Promise<string> {
  return hashHex(canonicalJson(content));
}

/** 提交审签: checked, named by its hash; who submits has drafted. Warnings stand when they are named. */
export async function submitRequest(request: {
  context: TenantContext;
  input: Act & { acknowledged?: readonly string[] | undefined };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const row = await loadOwnRequest(context, input.id, 'requests.draft');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'drafting') throw requestsErrors['requests.not_drafting']();
  const acknowledged = await assertChecked(context, row, input.acknowledged ?? []);
  const contentHash = await hashContent(row.content);
  const move = moveByOpening(context, {
    subject: { kind: 'request', id: row.id, organizationId: row.issuerId || null },
    contentHash,
    chain: wholeContent(row.content).chain,
  });
  return commitRequest(context, row, {
    ...move,
    update: { state: 'signing', ...move.update },
    facts: { ...move.facts, acknowledged },
    requestKey: input.requestKey,
  });
}

async function assertChecked(
  context: TenantContext,
  row: StoredRequest,
  acknowledged: readonly string[],
): Promise<string[]> {
  const checked = await checkContent(context, row.issuerId, row.content);
  const errors = checked.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw requestsErrors['requests.has_errors']({
      values: { count: errors.length },
      errors: errors.map(({ path, code, message }) => ({
        path: `/${path}`,
        code,
        message: context.locale === 'en' ? message.en : message.zh,
      })),
      extras: { problems: errors },
    });
  }
  const warnings = checked.problems.filter(({ severity }) => severity === 'warning');
  const open = warnings.filter(({ code }) => !acknowledged.includes(code));
  if (open.length > 0) {
    throw requestsErrors['requests.warnings_open']({
      values: { count: open.length },
      extras: { problems: open },
    });
  }
  assertWithinCeiling(context, { content: row.content, ...checked });
  return [...new Set(warnings.map(({ code }) => code))];
}

/** Takes the step whose turn it is: on line by its post, on paper by who drafts, with the scan. */
export async function signRequest(request: {
  context: TenantContext;
  input: Act & {
    stepKey: string;
    comment?: string | undefined;
    paper?: PaperSignature | undefined;
  };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const { stepKey, comment, paper } = input;
  const row = await loadRequest(context, input.id);
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing']);
  if (paper === undefined) assertPost(context, { row, approval, stepKey });
  else await assertPaper(context, row, paper);
  assertSeen(row, input.seenVersion);
  const move = moveBySigning(context, approval, { stepKey, comment, paper });
  return commitRequest(context, row, { ...move, requestKey: input.requestKey });
}

/** The post whose turn it is sends the request back to who drafts. */
export async function returnRequest(request: {
  context: TenantContext;
  input: Act & { stepKey: string; comment: string };
}): Promise<RequestMoved> {
  const { context, input } = request;
  const { stepKey, comment } = input;
  const row = await loadRequest(context, input.id);
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing']);
  assertPost(context, { row, approval, stepKey });
  assertSeen(row, input.seenVersion);
  return commitRequest(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByReturning(context, approval, { stepKey, comment }),
    requestKey: input.requestKey,
  });
}

/** Who drafts takes the text back to change it; what was signed no longer counts. */
export async function withdrawApproval(request: {
  context: TenantContext;
  input: Act;
}): Promise<RequestMoved> {
  const { context, input } = request;
  const row = await loadOwnRequest(context, input.id, 'requests.draft');
  const replay = await findReplay<RequestMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing', 'signed']);
  assertSeen(row, input.seenVersion);
  return commitRequest(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByWithdrawing(context, approval),
    requestKey: input.requestKey,
  });
}

type Turn = { row: StoredRequest; approval: StoredApproval; stepKey: string };

/** A step is taken by who holds its post at the issuer; nobody judges a text that he wrote. */
function assertPost({ actor }: TenantContext, { row, approval, stepKey }: Turn): void {
  // The chain was opened from the request's own posts, whose roles these are.
  const action = permissionOfRole[roleOfStep(approval, stepKey) as Role];
  const subject = { ...issuerSubject(row.issuerId), madeBy: row.writtenBy };
  assertCan(seatOf(actor, row.issuerId), action, subject);
}

async function assertPaper(
  context: TenantContext,
  { issuerId }: StoredRequest,
  { evidenceId }: PaperSignature,
): Promise<void> {
  assertCan(seatOf(context.actor, issuerId), 'requests.draft', issuerSubject(issuerId));
  await assertOwnScan(context, evidenceId, issuerId || null);
}
