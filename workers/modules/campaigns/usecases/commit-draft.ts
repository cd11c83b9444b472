import type { AuditAction } from '#schema/contracts/audit.ts';
import type { DraftMoved } from '#schema/contracts/campaigns.ts';
import { approvalsErrors } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Change, JsonObject, JsonValue, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import type { DraftRow, DraftUpdate } from '../drafts.repository.ts';
import { findDraft, refuseWith, updateDraft } from '../drafts.repository.ts';

const refusals = {
  ...campaignsErrors,
  'approvals.not_open': approvalsErrors['approvals.not_open'],
};

export type DraftMove = {
  draft: DraftRow;
  update: DraftUpdate;
  action: AuditAction;
  facts?: JsonObject;
  steps?: readonly Step[];
  requestKey?: RequestKey | undefined;
};

/** Persons stand in records by post. */
export function postOf(actor: TenantContext['actor']): string {
  return actor.post ?? actor.name;
}

/** One change of a draft: what it does, and who did it. */
export function changeOf(
  context: TenantContext,
  input: { draftId: string; action: AuditAction; facts: JsonObject; steps: readonly Step[] },
): Change {
  const { draftId, action, facts, steps } = input;
  return {
    steps,
    audit: {
      action,
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'campaign-draft',
      subjectId: draftId,
      at: context.clock.now(),
      facts,
    },
  };
}

/** Commits one move of a draft; refused when anything of the draft changed meanwhile. */
export function commitMove(context: TenantContext, move: DraftMove): Promise<DraftMoved> {
  const { draft, update, action, facts = {} } = move;
  const answer: DraftMoved = {
    id: draft.id,
    state: update.state ?? draft.state,
    version: draft.version + 1,
  };
  const own = updateDraft(draft, { ...update, updatedAt: context.clock.now() });
  const steps = [own, ...(move.steps ?? [])];
  return commitAnswer(
    context.writer,
    changeOf(context, { draftId: draft.id, action, facts, steps }),
    {
      answer,
      requestKey: move.requestKey,
      currentVersion: async () => (await findDraft(context.db, draft.id))?.version,
    },
  );
}

/**
 * Refuses a command that comes too late, unless it is the repetition of one that was done: then its
 * first answer is given again.
 */
export async function refuseOrReplay<Answer extends JsonValue>(
  context: TenantContext,
  input: {
    draft: DraftRow;
    code: keyof typeof refusals;
    action: AuditAction;
    requestKey: RequestKey | undefined;
    model: Answer;
  },
): Promise<Answer> {
  const { draft, code, action, requestKey, model } = input;
  if (requestKey === undefined) throw refusals[code]();
  const steps = [refuseWith(code)];
  const change = changeOf(context, { draftId: draft.id, action, facts: {}, steps });
  return commitAnswer(context.writer, change, { answer: model, requestKey });
}

export function movedOf(draft: DraftRow): DraftMoved {
  return { id: draft.id, state: draft.state, version: draft.version };
}
