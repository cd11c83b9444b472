import { isNotNull, sql } from 'drizzle-orm';
import type { AuditActor } from '#schema/contracts/audit.ts';
import { outboxEvents } from '#schema/tables/tenant/core.table.ts';
import type { Change } from '../database/change.ts';
import type { Database } from '../database/database.driver.ts';
import { toStatement } from '../database/statement.ts';

/** The events that were given up after eight attempts, newest first, for a person to look at. */
export async function listDeadLetters(db: Database, limit = 100) {
  const { id, type, subjectId, occurredAt, deadAt, attempts, lastError } = outboxEvents;
  return db
    .select({ id, type, subjectId, occurredAt, deadAt, attempts, lastError })
    .from(outboxEvents)
    .where(isNotNull(deadAt))
    .orderBy(sql`${deadAt} desc`)
    .limit(limit);
}

/** Sends a dead letter on its way again; refused as stale when it is none. */
export function retryDeadLetter(input: { id: string; actor: AuditActor; at: number }): Change {
  const { id, actor, at } = input;
  const statement = toStatement(sql`update outbox_events
    set dead_at = null, attempts = 0, due_at = ${at} where id = ${id} and dead_at is not null`);
  return {
    steps: [{ statement, expectRows: 1 }],
    audit: {
      action: 'outbox.retry',
      actor,
      subjectKind: 'outbox-event',
      subjectId: id,
      at,
      facts: {},
    },
  };
}
