import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { BulletinMoved } from '#schema/contracts/bulletins.ts';
import {
  approvalsErrors,
  findApproval,
  planOpening,
  planReturning,
  planSigning,
  planWithdrawing,
} from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { citeEvidence, evidenceErrors, findEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { chainOf, hasWords, permissionOfRole } from '../bulletins.domain.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { commitBulletin, postOf } from './commit-bulletin.ts';
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
  const plan = planOpening(context, {
    subject: { kind: 'bulletin', id: row.id, organizationId: null },
    contentHash,
    chain: chainOf(checks.named.length),
    takenBy: { actorId: context.actor.personId, actorPost: postOf(context.actor) },
  });
  return commitBulletin(context, row, {
    update: { state: 'signing', approvalId: plan.approval.id, contentHash },
    withText: true,
    action: 'approval.open',
    facts: {
      approvalId: plan.approval.id,
      contentHash,
      named: checks.named.map(({ organizationId }) => organizationId),
    },
    steps: [plan.step],
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
  const approval = await openApproval(context, row, ['signing']);
  if (paper === undefined) assertPost(context, { row, approval, stepKey });
  else await assertOwnScan(context, paper.evidenceId);
  assertSeen(row, input.seenVersion);
  const actorPost = postOf(context.actor);
  const plan = planSigning(context, approval, { stepKey, actorPost, comment, paper });
  const place = { subjectKind: 'bulletin', subjectId: row.id, slot: `${approval.id}/${stepKey}` };
  const scan = paper === undefined ? [] : [paper.evidenceId];
  return commitBulletin(context, row, {
    update: { state: plan.completed ? 'signed' : 'signing' },
    action: paper === undefined ? 'approval.approve' : 'approval.register-paper',
    facts: { approvalId: approval.id, step: stepKey, contentHash: approval.contentHash, paper },
    steps: [plan.step, ...(paper ? citeEvidence(place, scan, context.clock.now()) : [])],
    requestKey: input.requestKey,
  });
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
  const approval = await openApproval(context, row, ['signing']);
  assertPost(context, { row, approval, stepKey });
  assertSeen(row, input.seenVersion);
  const actorPost = postOf(context.actor);
  const plan = planReturning(context, approval, { stepKey, comment, actorPost });
  return commitBulletin(context, row, {
    update: { state: 'drafting', contentHash: null },
    action: 'approval.return',
    facts: { approvalId: approval.id, step: stepKey, comment },
    steps: [plan.step],
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
  const approval = await openApproval(context, row, ['signing', 'signed']);
  assertSeen(row, input.seenVersion);
  const plan = planWithdrawing(context, approval);
  return commitBulletin(context, row, {
    update: { state: 'drafting', contentHash: null },
    action: 'approval.withdraw',
    facts: { approvalId: approval.id },
    steps: [plan.step],
    requestKey: input.requestKey,
  });
}

async function openApproval(
  { db }: TenantContext,
  { approvalId, state }: StoredBulletin,
  states: readonly StoredBulletin['state'][],
): Promise<StoredApproval> {
  const approval = approvalId === null ? undefined : await findApproval(db, approvalId);
  if (approval === undefined || !states.includes(state)) {
    throw approvalsErrors['approvals.not_open']();
  }
  return approval;
}

type Turn = { row: StoredBulletin; approval: StoredApproval; stepKey: string };

/** A step is taken by who holds its post; nobody judges a text that he wrote. */
function assertPost({ actor }: TenantContext, { row, approval, stepKey }: Turn): void {
  const role = approval.steps.find(({ key }) => key === stepKey)?.role;
  const action = role === undefined ? undefined : permissionOfRole[role];
  if (action === undefined) throw approvalsErrors['approvals.not_current']();
  assertCan(actor, action, { madeBy: row.writtenBy });
}

/** A scan is registered by who drafts, who uploaded it himself. */
export async function assertOwnScan(context: TenantContext, evidenceId: string): Promise<void> {
  assertCan(context.actor, 'bulletins.draft', {});
  const file = await findEvidence(context.db, evidenceId);
  if (file?.uploadedBy !== context.actor.personId) throw evidenceErrors['evidence.not_found']();
}
