import type { AuditBody } from '#schema/contracts/audit.ts';
import type { Change, Step } from './change.ts';
import type { HranaCondition, HranaStep } from './hrana.driver.ts';

/** Where one change's steps stand in the batch of its group. */
export type ChangePlan = {
  claim: number | undefined;
  claimLookup: number | undefined;
  guards: ReadonlyMap<number, Step>;
  audit: number;
  first: number;
  last: number;
};

export type GroupPlan = { steps: HranaStep[]; plans: ChangePlan[]; commit: number };

const GUARD_ONE = 'insert into guards (ok) select 0 where changes() <> 1';
const GUARD_SOME = 'insert into guards (ok) select 0 where changes() = 0';
const CLAIM = `insert into idempotency_keys (key, actor_id, request_hash, response, created_at)
  values (?, ?, ?, ?, ?)`;
const CLAIM_LOOKUP = `select request_hash, response from idempotency_keys
  where actor_id = ? and key = ?`;
const AUDIT = `insert into audit_entries (seq, body, prev_hash, hash)
  select seq + 1, ?1, hash, sha3(hash || cast(?1 as blob), 256)
  from audit_entries order by seq desc limit 1`;
const EVENT = `insert into outbox_events
  (id, type, subject_id, payload, audit_seq, occurred_at, due_at)
  select ?1, ?2, ?3, ?4, max(seq), ?5, ?5 from audit_entries`;

/** The one transaction of a group: a savepoint a change, so that a refused one is undone alone. */
export function planGroup(changes: readonly Change[], nextEventId: () => string): GroupPlan {
  const steps: HranaStep[] = [{ sql: 'begin immediate' }];
  const plans = changes.map((change) => planChange(steps, change, nextEventId));
  const commit = steps.push({ sql: 'commit', condition: ok(0) }) - 1;
  steps.push({ sql: 'rollback', condition: not(ok(commit)) });
  return { steps, plans, commit };
}

function planChange(steps: HranaStep[], change: Change, nextEventId: () => string): ChangePlan {
  // An error that ends the whole transaction must not let a later savepoint begin one of its own.
  const savepoint = push(steps, { sql: 'savepoint u', condition: and(ok(0), inTransaction) });
  const next = (step: HranaStep) => push(steps, { ...step, condition: ok(steps.length - 1) });
  const claim = change.idempotency && next(claimStep(change));
  const guards = new Map<number, Step>();
  for (const step of change.steps) {
    next({ sql: step.statement.sql, args: step.statement.args });
    if (step.expectRows) guards.set(next({ sql: guardOf(step.expectRows) }), step);
  }
  const audit = next({ sql: AUDIT, args: [JSON.stringify(auditBodyOf(change))] });
  for (const { type, subjectId, payload } of change.events ?? []) {
    const args = [nextEventId(), type, subjectId, JSON.stringify(payload), change.audit.at];
    next({ sql: EVENT, args });
  }
  const last = steps.length - 1;
  push(steps, { sql: 'rollback to u', condition: and(ok(savepoint), not(ok(last))) });
  push(steps, { sql: 'release u', condition: ok(savepoint) });
  const claimLookup = claim && push(steps, claimLookupStep(change, claim));
  return { claim, claimLookup, guards, audit, first: savepoint, last };
}

function guardOf(expected: 1 | 'some'): string {
  return expected === 1 ? GUARD_ONE : GUARD_SOME;
}

function claimStep({ idempotency, audit }: Change): HranaStep {
  const { key = '', actorId = '', requestHash = '', response = null } = idempotency ?? {};
  return { sql: CLAIM, args: [key, actorId, requestHash, JSON.stringify(response), audit.at] };
}

function claimLookupStep({ idempotency }: Change, claim: number): HranaStep {
  const args = [idempotency?.actorId ?? '', idempotency?.key ?? ''];
  return { sql: CLAIM_LOOKUP, args, condition: { type: 'error', step: claim }, wantRows: true };
}

function auditBodyOf({ audit }: Change): AuditBody {
  const { action, actor, subjectKind, subjectId, at, facts } = audit;
  return { algorithm: 'sha3-256', action, actor, subjectKind, subjectId, at, facts };
}

function push(steps: HranaStep[], step: HranaStep): number {
  return steps.push(step) - 1;
}

const inTransaction: HranaCondition = { type: 'not', cond: { type: 'is_autocommit' } };

function ok(step: number): HranaCondition {
  return { type: 'ok', step };
}

function not(cond: HranaCondition): HranaCondition {
  return { type: 'not', cond };
}

function and(...conds: HranaCondition[]): HranaCondition {
  return { type: 'and', conds };
}
