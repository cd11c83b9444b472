import { hashCanonical } from '#plugins/sdk/canonical.ts';
import type { Snapshot } from '#schema/contracts/snapshots.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { snapshotsErrors } from '../snapshots.errors.ts';
import { SNAPSHOT_SENT } from '../snapshots.events.ts';
import { commitMove } from './commit-snapshot.ts';
import { loadSnapshot } from './load-snapshot.ts';

/** 报出: only what was signed, letter by letter, leaves; the outbox carries it. */
export async function sendSnapshot(request: {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
}): Promise<Snapshot> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.prepare', {});
  const replay = await findReplay<Snapshot>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const snapshot = await loadSnapshot(context, input.id);
  const { approvalId, content } = snapshot;
  const approval = approvalId === null ? undefined : await findApproval(context.db, approvalId);
  const isSigned = isApproved(approval, await hashCanonical(content));
  if (snapshot.state !== 'signed' || !isSigned) throw snapshotsErrors['snapshots.not_signed']();
  return commitMove(context, {
    snapshot,
    update: { state: 'sent', sentAt: context.clock.now() },
    action: 'snapshot.send',
    facts: { approvalId },
    events: [{ type: SNAPSHOT_SENT, subjectId: snapshot.id, payload: { snapshotId: snapshot.id } }],
    requestKey: input.requestKey,
  });
}
