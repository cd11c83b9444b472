import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bytes } from '../core.table.ts';

export {
  auditAnchors,
  auditEntries,
  counters,
  guards,
  idempotencyKeys,
  outboxEvents,
  outboxHandled,
  schemaMigrations,
} from '../core.table.ts';

export const migrationRuns = sqliteTable(
  'migration_runs',
  {
    runId: text('run_id').notNull(),
    namespace: text().notNull(),
    state: text({ enum: ['done', 'failed'] }).notNull(),
    version: text().notNull(),
    applied: integer().notNull(),
    error: text(),
    finishedAt: integer('finished_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.namespace] })],
);

/** The signed audit heads of every database, kept where their own database cannot reach. */
export const auditHeads = sqliteTable(
  'audit_heads',
  {
    namespace: text().notNull(),
    seq: integer().notNull(),
    hash: bytes().notNull(),
    signedAt: integer('signed_at').notNull(),
    algorithm: text().notNull(),
    publicKey: text('public_key').notNull(),
    signature: text().notNull(),
    receivedAt: integer('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.namespace, table.seq] })],
);
