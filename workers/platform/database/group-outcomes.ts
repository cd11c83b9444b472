import type { Change, CommitOutcome, JsonValue, RefusedCommit } from './change.ts';
import { DatabaseSuspendedError } from './database.errors.ts';
import type { ChangePlan, GroupPlan } from './group-batch.ts';
import type { HranaStepResult } from './hrana.driver.ts';

export type ChangeResult = CommitOutcome | { status: 'failed'; error: Error };

/**
 * What became of a group: each change's own outcome once its transaction is committed, `again`
 * when the engine was busy and nothing was written, `apart` when one change spoilt the commit.
 */
export type GroupResult =
  | { status: 'settled'; results: ChangeResult[] }
  | { status: 'again' }
  | { status: 'apart'; own: ChangeResult };

type StepError = Extract<HranaStepResult, { status: 'error' }>;

export function readGroup(
  changes: readonly Change[],
  plan: GroupPlan,
  results: readonly HranaStepResult[],
): GroupResult {
  const failure = errorAt(results, 0) ?? errorAt(results, plan.commit);
  if (failure) return readGroupFailure(failure);
  return {
    status: 'settled',
    results: plan.plans.map((steps, index) => readChange(changes[index], steps, results)),
  };
}

function readGroupFailure(failure: StepError): GroupResult {
  if (BUSY.test(failure.code)) return { status: 'again' };
  const own = readRefusal(failure, undefined);
  if (own.status === 'refused') return { status: 'apart', own };
  throw toError(failure);
}

function readChange(
  change: Change | undefined,
  plan: ChangePlan,
  results: readonly HranaStepResult[],
): ChangeResult {
  const audit = results[plan.audit];
  if (results[plan.last]?.status === 'ok' && audit?.status === 'ok') {
    return { status: 'committed', auditSeq: audit.lastInsertRowid ?? 0 };
  }
  for (let index = plan.first; index <= plan.last; index += 1) {
    const error = errorAt(results, index);
    if (!error) continue;
    const claimed = index === plan.claim ? readClaim(change, plan, results) : undefined;
    return claimed ?? readRefusal(error, plan.guards.get(index)?.otherwise);
  }
  return { status: 'failed', error: new Error('a change of a group was skipped') };
}

function readClaim(
  change: Change | undefined,
  plan: ChangePlan,
  results: readonly HranaStepResult[],
): CommitOutcome | undefined {
  const lookup = plan.claimLookup === undefined ? undefined : results[plan.claimLookup];
  const [requestHash, response] = (lookup?.status === 'ok' && lookup.rows[0]) || [];
  if (typeof response !== 'string') return undefined;
  if (requestHash !== change?.idempotency?.requestHash) {
    return { status: 'refused', reason: 'idempotency_mismatch' };
  }
  return { status: 'replayed', response: JSON.parse(response) as JsonValue };
}

const BUSY = /^(?:SQLITE_BUSY|TRANSACTION_BUSY|TRANSACTION_TIMEOUT)/;
const CONSTRAINT = /(?:CHECK|UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: (.+))?$/;

function readRefusal(error: StepError, otherwise: string | undefined): ChangeResult {
  if (!error.code.startsWith('SQLITE_CONSTRAINT')) {
    return { status: 'failed', error: toError(error) };
  }
  const constraint = nameOf(error.message);
  if (constraint !== 'stale_version') return refusedBy(constraint);
  return otherwise ? refusedBy(otherwise) : { status: 'refused', reason: 'stale_version' };
}

function refusedBy(constraint: string): RefusedCommit {
  return { status: 'refused', reason: 'constraint', constraint };
}

function nameOf(message: string): string {
  const found = CONSTRAINT.exec(message);
  if (!found) return message.replace(/^SQLite error: /, '');
  return found[1] ?? 'foreign_key';
}

function errorAt(results: readonly HranaStepResult[], index: number): StepError | undefined {
  const result = results[index];
  return result?.status === 'error' ? result : undefined;
}

function toError({ code, message }: { code: string; message: string }): Error {
  if (code === 'BLOCKED') return new DatabaseSuspendedError('the namespace is suspended');
  return new Error(`${code}: ${message}`);
}
