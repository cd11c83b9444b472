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
