import type { AuditAction, AuditActor } from '#schema/contracts/audit.ts';
import type { Statement } from './statement.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

export type JsonObject = { readonly [key: string]: JsonValue | undefined };

/**
 * One statement of a change. `expectRows` refuses the change when the statement touched another
 * number of rows: as `stale_version`, or as the constraint that `otherwise` names.
 */
export type Step = {
  readonly statement: Statement;
  readonly expectRows?: 1 | 'some';
  readonly otherwise?: string;
};

export type AuditFacts = {
  readonly action: AuditAction;
  readonly actor: AuditActor;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly at: number;
  readonly facts: JsonObject;
};

export type OutboxEventDraft = {
  readonly type: string;
  readonly subjectId: string;
  readonly payload: JsonObject;
};

export type IdempotencyClaim = {
  readonly key: string;
  readonly actorId: string;
  readonly requestHash: string;
  readonly response: JsonValue;
};

/** Everything one write does, committed whole or not at all. */
export type Change = {
  readonly steps: readonly Step[];
  readonly audit: AuditFacts;
  readonly events?: readonly OutboxEventDraft[];
  readonly idempotency?: IdempotencyClaim;
};

export type RefusedCommit = {
  readonly status: 'refused';
  readonly reason: 'stale_version' | 'idempotency_mismatch' | 'constraint';
  /** The name of the constraint, `table.column` of a unique one, or a step's `otherwise`. */
  readonly constraint?: string;
};

export type CommitOutcome =
  | { readonly status: 'committed'; readonly auditSeq: number }
  | { readonly status: 'replayed'; readonly response: JsonValue }
  | RefusedCommit;

/** The only way to change a database. Throws `DatabaseUnavailableError` when nothing is known. */
export interface Writer {
  commit(change: Change): Promise<CommitOutcome>;
}
