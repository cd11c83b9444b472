import { DatabaseUnavailableError } from '../database/database.errors.ts';
import type { HranaStep, SendBatch } from '../database/hrana.driver.ts';
import type { LeasedEvent, OutboxWriter, SettledEvent } from './outbox-writer.ts';

const LEASE_EVENTS = 50;
const LEASE_MS = 30_000;

const LEASE = `update outbox_events set leased_until = ?1 + ${LEASE_MS}, attempts = attempts + 1
  where id in (
    select id from outbox_events where dead_at is null and due_at <= ?1 and leased_until <= ?1
    order by due_at, audit_seq limit ${LEASE_EVENTS})
  returning id, type, subject_id, payload, audit_seq, occurred_at, attempts`;
const DONE = 'delete from outbox_events where id = ?';
const LATER = `update outbox_events set due_at = ?, leased_until = 0, last_error = ? where id = ?`;
const DEAD = `update outbox_events set dead_at = ?, leased_until = 0, last_error = ? where id = ?`;

/** The outbox's bookkeeping in one database: a lease of 50 events for 30 s, and its end. */
export function createOutboxStore(
  send: SendBatch,
): Pick<OutboxWriter, 'leaseEvents' | 'settleEvents'> {
  return {
    async leaseEvents(now) {
      const [leased] = await send([{ sql: LEASE, args: [now], wantRows: true }]);
      if (leased?.status !== 'ok') throw new DatabaseUnavailableError('no lease on the outbox');
      const events = leased.rows.map(toEvent);
      return events.sort((one, other) => one.auditSeq - other.auditSeq);
    },
    async settleEvents(settled) {
      if (settled.length === 0) return;
      const results = await send(settled.map(toStep));
      if (results.some(({ status }) => status !== 'ok')) {
        throw new DatabaseUnavailableError('the outbox was not settled');
      }
    },
  };
}

function toStep(event: SettledEvent): HranaStep {
  switch (event.state) {
    case 'done':
      return { sql: DONE, args: [event.id] };
    case 'later':
      return { sql: LATER, args: [event.dueAt, event.error, event.id] };
    case 'dead':
      return { sql: DEAD, args: [event.at, event.error, event.id] };
  }
}

function toEvent(row: readonly unknown[]): LeasedEvent {
  const [id, type, subjectId, payload, auditSeq, occurredAt, attempts] = row;
  return {
    id: String(id),
    type: String(type),
    subjectId: String(subjectId),
    payload: JSON.parse(String(payload)) as Record<string, unknown>,
    auditSeq: Number(auditSeq),
    occurredAt: Number(occurredAt),
    attempts: Number(attempts),
  };
}
