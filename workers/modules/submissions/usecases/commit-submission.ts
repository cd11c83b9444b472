import type { AuditAction } from '#schema/contracts/audit.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type {
  Change,
  JsonObject,
  OutboxEventDraft,
  Step,
} from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findSubmission, updateSubmission } from '../submissions.repository.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';

export type SubmissionMove = {
  submission: Submission;
  update: SubmissionUpdate;
  action: AuditAction;
  facts: JsonObject;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  requestKey?: RequestKey | undefined;
};

export type Moved = { id: string; state: Submission['state']; version: number };

/** Commits one move of a filing: the record, what goes with it, the audit entry, the events. */
export function commitMove(context: TenantContext, move: SubmissionMove): Promise<Moved> {
  const { submission, update } = move;
  const answer: Moved = {
    id: submission.id,
    state: update.state ?? submission.state,
    version: submission.version + 1,
  };
  return commitAnswer(context.writer, changeOf(context, move), {
    answer,
    requestKey: move.requestKey,
    currentVersion: async () => (await findSubmission(context.db, submission.id))?.version,
  });
}

export function changeOf(context: TenantContext, move: SubmissionMove): Change {
  const { submission, update, action, facts } = move;
  const at = context.clock.now();
  return {
    steps: [updateSubmission(submission, { ...update, updatedAt: at }), ...(move.steps ?? [])],
    audit: {
      action,
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'submission',
      subjectId: submission.id,
      at,
      facts: { organizationId: submission.organizationId, task: submission.taskKey, ...facts },
    },
    ...(move.events === undefined ? {} : { events: move.events }),
  };
}

/** Persons stand in records by post. */
export function postOf(actor: TenantContext['actor']): string {
  return actor.post ?? actor.name;
}
