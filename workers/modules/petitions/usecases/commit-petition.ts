import type { AuditAction } from '#schema/contracts/audit.ts';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type {
  Change,
  JsonObject,
  OutboxEventDraft,
  Step,
} from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findPetition, insertAct, updatePetition } from '../petitions.repository.ts';
import type { StoredAct, StoredPetition } from '../petitions.repository.ts';

type Move = {
  action: AuditAction;
  facts?: JsonObject;
  /** A line of the history that both sides or the office see. */
  act?: Pick<StoredAct, 'kind' | 'text'>;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  requestKey?: RequestKey | undefined;
};

export type Act = { id: string; seenVersion: number; requestKey?: RequestKey | undefined };

/** Persons stand in records by post. */
export function postOf(actor: TenantContext['actor']): string {
  return actor.post ?? actor.name;
}

export function changeOf(context: TenantContext, petitionId: string, move: Move): Change {
  const { action, facts = {}, act, steps = [], events } = move;
  const at = context.clock.now();
  const line =
    act === undefined
      ? []
      : [
          insertAct({
            id: context.ids.next('pac'),
            petitionId,
            ...act,
            post: postOf(context.actor),
            at,
          }),
        ];
  return {
    steps: [...steps, ...line],
    audit: {
      action,
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'petition',
      subjectId: petitionId,
      at,
      facts,
    },
    ...(events === undefined ? {} : { events }),
  };
}

/** Commits one act on a petition under its version. */
export function commitPetition(
  context: TenantContext,
  row: StoredPetition,
  move: Move & { update: Parameters<typeof updatePetition>[1] },
): Promise<PetitionMoved> {
  const own = updatePetition(row, { ...move.update, updatedAt: context.clock.now() });
  const change = changeOf(context, row.id, { ...move, steps: [own, ...(move.steps ?? [])] });
  const answer = { id: row.id, state: move.update.state ?? row.state, version: row.version + 1 };
  return commitAnswer(context.writer, change, {
    answer,
    requestKey: move.requestKey,
    currentVersion: async () => (await findPetition(context.db, row.id))?.version,
  });
}
