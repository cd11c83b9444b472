import type { AuditAction } from '#schema/contracts/audit.ts';
import type { Snapshot } from '#schema/contracts/snapshots.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findSnapshot, updateSnapshot } from '../snapshots.repository.ts';
import type { SnapshotUpdate, StoredSnapshot } from '../snapshots.repository.ts';
import { toSnapshot } from './to-snapshot.ts';

export type SnapshotMove = {
  snapshot: StoredSnapshot;
  update: SnapshotUpdate;
  action: AuditAction;
  facts?: JsonObject;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  requestKey?: RequestKey | undefined;
};

/** Commits one move: the record, what goes with it, the audit entry, the event. */
export function commitMove(context: TenantContext, move: SnapshotMove): Promise<Snapshot> {
  const { snapshot, update } = move;
  const answer = toSnapshot({ ...snapshot, ...update, version: snapshot.version + 1 });
  const change = {
    steps: [updateSnapshot(snapshot, update), ...(move.steps ?? [])],
    audit: {
      action: move.action,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'snapshot',
      subjectId: snapshot.id,
      at: context.clock.now(),
      facts: { period: snapshot.period, contentHash: snapshot.contentHash, ...move.facts },
    },
    ...(move.events === undefined ? {} : { events: move.events }),
  };
  return commitAnswer(context.writer, change, {
    answer,
    requestKey: move.requestKey,
    currentVersion: async () => (await findSnapshot(context.db, snapshot.id))?.version,
  });
}
