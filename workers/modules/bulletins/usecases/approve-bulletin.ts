import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { BulletinMoved } from '#schema/contracts/bulletins.ts';
import {
  approvalsErrors,
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
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { chainOf, hasWords, permissionOfRole } from '../bulletins.domain.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { commitBulletin } from './commit-bulletin.ts';
import type { Act } from './commit-bulletin.ts';
import { assertSeen, loadBulletin, loadWhole } from './load-bulletin.ts';
import type { WholeBulletin } from './load-bulletin.ts';
import { assertDrafting } from './save-head.ts';

/** What is signed: the words around, and every part in its order. */
export function hashText({ row, parts }: Pick<WholeBulletin, 'row' | 'parts'>): Promise<string> {
  const text = parts.map(({ key, body }) => ({ key, body }));
  return hashHex(canonicalJson({ kind: row.kind, head: row.head, text }));
}

/** 送审: nothing stands in it that must not, and the text is the one that was seen. */
export async function submitBulletin(request: {
  context: TenantContext;
  input: Act & { textVersion: number };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const whole = await loadWhole(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { row, checks } = whole;
  assertSeen(row, input.seenVersion);
  assertDrafting(row);
  if (row.textVersion !== input.textVersion) throw platformErrors['platform.stale_version']();
  if (!hasWords(whole.parts)) throw bulletinsErrors['bulletins.nothing_written']();
  if (checks.open > 0) {
    throw bulletinsErrors['bulletins.findings_open']({
      values: { count: checks.open },
      extras: { findings: checks.findings.filter((finding) => finding.confirmed === undefined) },
    });
  }
  const contentHash = await hashText(whole);
  const move = moveByOpening(context, {
    subject: { kind: 'bulletin', id: row.id, organizationId: null },
    contentHash,
    chain: chainOf(checks.named.length),
  });
  const named = checks.named.map(({ organizationId }) => organizationId);
  return commitBulletin(context, row, {
    ...move,
    update: { state: 'signing', ...move.update },
    withText: true,
    facts: { ...move.facts, named },
    requestKey: input.requestKey,
  });
}

/** Takes the step whose turn it is: on line by its post, on paper by who drafts, with the scan. */
export async function signBulletin(request: {
  context: TenantContext;
  input: Act & {
    stepKey: string;
    comment?: string | undefined;
    paper?: PaperSignature | undefined;
  };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const { stepKey, comment, paper } = input;
  const row = await loadBulletin(context, input.id);
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing']);
  if (paper === undefined) assertPost(context, { row, approval, stepKey });
  else await assertScan(context, paper.evidenceId);
  assertSeen(row, input.seenVersion);
  const move = moveBySigning(context, approval, { stepKey, comment, paper });
  return commitBulletin(context, row, { ...move, requestKey: input.requestKey });
}

/** The post whose turn it is sends the paper back with its reasons. */
export async function returnBulletin(request: {
  context: TenantContext;
  input: Act & { stepKey: string; comment: string };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const { stepKey, comment } = input;
  const row = await loadBulletin(context, input.id);
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing']);
  assertPost(context, { row, approval, stepKey });
  assertSeen(row, input.seenVersion);
  return commitBulletin(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByReturning(context, approval, { stepKey, comment }),
    requestKey: input.requestKey,
  });
}

/** Who drafts takes the text back to change it; what was signed no longer counts. */
export async function withdrawBulletin(request: {
  context: TenantContext;
  input: Act;
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const approval = await loadOpenApproval(context, row, ['signing', 'signed']);
  assertSeen(row, input.seenVersion);
  return commitBulletin(context, row, {
    update: { state: 'drafting', contentHash: null },
    ...moveByWithdrawing(context, approval),
    requestKey: input.requestKey,
  });
}

type Turn = { row: StoredBulletin; approval: StoredApproval; stepKey: string };

/** A step is taken by who holds its post; nobody judges a text that he wrote. */
function assertPost({ actor }: TenantContext, { row, approval, stepKey }: Turn): void {
  const action = permissionOfRole[roleOfStep(approval, stepKey)];
  if (action === undefined) throw approvalsErrors['approvals.not_current']();
  assertCan(actor, action, { madeBy: row.writtenBy });
}

/** A scan is registered by who drafts, who uploaded it himself. */
async function assertScan(context: TenantContext, evidenceId: string): Promise<void> {
  assertCan(context.actor, 'bulletins.draft', {});
  await assertOwnScan(context, evidenceId);
}
