import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';

/** SHA-3 digests and other raw bytes: `blob` of Drizzle gives a Node `Buffer`, the edge has none. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array | ArrayBuffer }>({
  dataType: () => 'blob',
  fromDriver: (value) => (value instanceof Uint8Array ? value : new Uint8Array(value)),
});

export const schemaMigrations = sqliteTable('schema_migrations', {
  id: text().primaryKey(),
  appliedAt: integer('applied_at').notNull(),
});

export const guards = sqliteTable('guards', { ok: integer().notNull() }, (table) => [
  check('stale_version', sql`${table.ok} = 1`),
]);

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer().primaryKey(),
    body: text().notNull(),
    prevHash: bytes('prev_hash').notNull(),
    hash: bytes().notNull(),
    at: integer().generatedAlwaysAs(sql`body ->> '$.at'`, { mode: 'virtual' }),
    action: text().generatedAlwaysAs(sql`body ->> '$.action'`, { mode: 'virtual' }),
    actorId: text('actor_id').generatedAlwaysAs(sql`body ->> '$.actor.id'`, { mode: 'virtual' }),
    subjectId: text('subject_id').generatedAlwaysAs(sql`body ->> '$.subjectId'`, {
      mode: 'virtual',
    }),
  },
  (table) => [
    index('audit_entries_by_subject').on(table.subjectId, table.seq),
    index('audit_entries_by_actor').on(table.actorId, table.seq),
    index('audit_entries_by_time').on(table.at, table.seq),
  ],
);

export const auditAnchors = sqliteTable('audit_anchors', {
  seq: integer().primaryKey(),
  hash: bytes().notNull(),
  signedAt: integer('signed_at').notNull(),
  algorithm: text().notNull(),
  publicKey: text('public_key').notNull(),
  signature: text().notNull(),
});

export const outboxEvents = sqliteTable(
  'outbox_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    subjectId: text('subject_id').notNull(),
    payload: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    auditSeq: integer('audit_seq').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    dueAt: integer('due_at').notNull(),
    attempts: integer().notNull().default(0),
    leasedUntil: integer('leased_until').notNull().default(0),
    lastError: text('last_error'),
    deadAt: integer('dead_at'),
  },
  (table) => [
    index('outbox_events_due')
      .on(table.dueAt, table.auditSeq)
      .where(sql`dead_at is null`),
    index('outbox_events_dead')
      .on(table.deadAt)
      .where(sql`dead_at is not null`),
  ],
);

export const outboxHandled = sqliteTable(
  'outbox_handled',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => outboxEvents.id, { onDelete: 'cascade' }),
    handler: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.handler] })],
);

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actorId: text('actor_id').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    response: text({ mode: 'json' }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorId, table.key] }),
    index('idempotency_keys_by_age').on(table.createdAt),
  ],
);

export const counters = sqliteTable('counters', {
  key: text().primaryKey(),
  next: integer().notNull(),
});
