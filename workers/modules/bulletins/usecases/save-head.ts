import { findNames, mayConfirm } from '#plugins/sdk/bulletins/name-check.ts';
import type { BulletinHead, BulletinMoved, FindingKind } from '#schema/contracts/bulletins.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { commitBulletin, postOf } from './commit-bulletin.ts';
import type { Act } from './commit-bulletin.ts';
import { assertSeen, loadBulletin, loadWhole } from './load-bulletin.ts';

/** 标题、主送、署名、附件、抄送: saved as one, under the paper's version. */
export async function saveHead(request: {
  context: TenantContext;
  input: Act & { head: BulletinHead };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  assertDrafting(row);
  const writtenBy = [...new Set([...row.writtenBy, context.actor.personId])];
  return commitBulletin(context, row, {
    update: { head: input.head, writtenBy },
    action: 'bulletin.save',
    facts: { part: 'head' },
    requestKey: input.requestKey,
  });
}

/** 确认保留: a name or number that may stand, by whom and why; what may never stand is refused. */
export async function confirmFinding(request: {
  context: TenantContext;
  input: Act & { kind: FindingKind; excerpt: string; reason: string };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const { row, checks } = await loadWhole(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  assertDrafting(row);
  const { kind, excerpt, reason } = input;
  const isThere = checks.findings.some((each) => each.kind === kind && each.excerpt === excerpt);
  if (!isThere) throw bulletinsErrors['bulletins.nothing_to_confirm']();
  if (!mayConfirm({ kind, excerpt })) throw bulletinsErrors['bulletins.not_confirmable']();
  if (findNames(reason).length > 0) throw bulletinsErrors['bulletins.not_confirmable']();
  const confirmation = {
    kind,
    excerpt,
    reason,
    post: postOf(context.actor),
    at: context.clock.now(),
  };
  const others = row.confirmed.filter((each) => each.kind !== kind || each.excerpt !== excerpt);
  return commitBulletin(context, row, {
    update: { confirmed: [...others, confirmation] },
    action: 'bulletin.confirm-name',
    // The audit trail keeps that something was confirmed and why, never the name itself.
    facts: { kind, reason },
    requestKey: input.requestKey,
  });
}

export function assertDrafting({ state }: StoredBulletin): void {
  if (state !== 'drafting') throw bulletinsErrors['bulletins.not_drafting']();
}
