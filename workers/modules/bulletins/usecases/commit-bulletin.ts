import type { AuditAction } from '#schema/contracts/audit.ts';
import type { BulletinMoved } from '#schema/contracts/bulletins.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type {
  Change,
  JsonObject,
  OutboxEventDraft,
  Step,
} from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { findBulletin, updateBulletin } from '../bulletins.repository.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';

export type Move = {
  action: AuditAction;
  facts?: JsonObject;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  requestKey?: RequestKey | undefined;
};

/** What every act carries: the paper, the version that was seen, the caller's own key. */
export type Act = { id: string; seenVersion: number; requestKey?: RequestKey | undefined };

/** Persons stand in records by post. */
export function postOf(actor: TenantContext['actor']): string {
  return actor.post ?? actor.name;
}

export function changeOf(
  context: TenantContext,
  bulletinId: string,
  { action, facts = {}, steps = [], events }: Move,
): Change {
  return {
    steps,
    audit: {
      action,
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'bulletin',
      subjectId: bulletinId,
      at: context.clock.now(),
      facts,
    },
    ...(events === undefined ? {} : { events }),
  };
}

/** Commits one act on a paper under its version, and where told under its text as well. */
export function commitBulletin(
  context: TenantContext,
  row: StoredBulletin,
  move: Move & { update: Parameters<typeof updateBulletin>[1]; withText?: boolean },
): Promise<BulletinMoved> {
  const { id, version, textVersion } = row;
  const seen = move.withText ? { id, version, textVersion } : { id, version };
  const own = updateBulletin(seen, { ...move.update, updatedAt: context.clock.now() });
  const change = changeOf(context, id, { ...move, steps: [own, ...(move.steps ?? [])] });
  return commitAnswer(context.writer, change, {
    answer: { id, state: move.update.state ?? row.state, version: version + 1 },
    requestKey: move.requestKey,
    constraints: { 'bulletins.number': bulletinsErrors['bulletins.number_taken'] },
    currentVersion: async () => (await findBulletin(context.db, id))?.version,
  });
}
