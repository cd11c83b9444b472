import type { AuditAction } from '#schema/contracts/audit.ts';
import type { ReplyMoved } from '#schema/contracts/request-replies.ts';
import type { RequestMoved } from '#schema/contracts/requests.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type {
  Change,
  JsonObject,
  OutboxEventDraft,
  Step,
} from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReply, updateReply } from '../replies.repository.ts';
import type { StoredReply } from '../replies.repository.ts';
import { findRequest, updateRequest } from '../requests.repository.ts';
import type { StoredRequest } from '../requests.repository.ts';

type Move = {
  action: AuditAction;
  facts?: JsonObject;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  requestKey?: RequestKey | undefined;
};

/** Persons stand in records by post. */
export function postOf(actor: TenantContext['actor']): string {
  return actor.post ?? actor.name;
}

export function changeOf(
  context: TenantContext,
  subject: { kind: 'request' | 'request-reply'; id: string },
  { action, facts = {}, steps = [], events }: Move,
): Change {
  return {
    steps,
    audit: {
      action,
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: subject.kind,
      subjectId: subject.id,
      at: context.clock.now(),
      facts,
    },
    ...(events === undefined ? {} : { events }),
  };
}

/** Commits one act on a request: the record under its version, what goes with it, the audit entry. */
export function commitRequest(
  context: TenantContext,
  row: StoredRequest,
  move: Move & { update: Parameters<typeof updateRequest>[1] },
): Promise<RequestMoved> {
  const updatedAt = context.clock.now();
  const own = updateRequest(row, { ...move.update, updatedAt });
  const change = changeOf(
    context,
    { kind: 'request', id: row.id },
    { ...move, steps: [own, ...(move.steps ?? [])] },
  );
  const answer = { id: row.id, state: move.update.state ?? row.state, version: row.version + 1 };
  return commitAnswer(context.writer, change, {
    answer,
    requestKey: move.requestKey,
    currentVersion: async () => (await findRequest(context.db, row.id))?.version,
  });
}

/** The change of one reply under its version. */
export function replyChange(
  context: TenantContext,
  reply: StoredReply,
  move: Move & { update: Parameters<typeof updateReply>[1] },
): Change {
  const own = updateReply(reply, { ...move.update, updatedAt: context.clock.now() });
  const { requestId, organizationId, occurrence } = reply;
  return changeOf(
    context,
    { kind: 'request-reply', id: reply.id },
    {
      ...move,
      steps: [own, ...(move.steps ?? [])],
      facts: { requestId, organizationId, occurrence, ...move.facts },
    },
  );
}

export function commitReply(
  context: TenantContext,
  reply: StoredReply,
  move: Move & { update: Parameters<typeof updateReply>[1] },
): Promise<ReplyMoved> {
  const state = move.update.state ?? reply.state;
  return commitAnswer(context.writer, replyChange(context, reply, move), {
    answer: { id: reply.id, state, version: reply.version + 1 },
    requestKey: move.requestKey,
    currentVersion: async () => (await findReply(context.db, reply.id))?.version,
  });
}
