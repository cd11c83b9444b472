import { coreDown, coreUp } from '../core.migration.ts';
import type { Migration } from '../migration.ts';

export const core: Migration = {
  id: '0001-core',
  up: [
    ...coreUp,
    `create table if not exists migration_runs (
      run_id text not null,
      namespace text not null,
      state text not null constraint migration_run_state check (state in ('done', 'failed')),
      version text not null,
      applied integer not null,
      error text,
      finished_at integer not null,
      primary key (run_id, namespace)) without rowid`,
    `create table if not exists wakeups (
      namespace text not null primary key,
      due_at integer not null) without rowid`,
    `create index if not exists wakeups_due on wakeups (due_at)`,
    `create table if not exists audit_heads (
      namespace text not null,
      seq integer not null,
      hash blob not null,
      signed_at integer not null,
      algorithm text not null,
      public_key text not null,
      signature text not null,
      received_at integer not null,
      primary key (namespace, seq)) without rowid`,
    `create trigger if not exists audit_heads_no_update before update on audit_heads
      begin select raise(abort, 'audit is append-only'); end`,
    `create trigger if not exists audit_heads_no_delete before delete on audit_heads
      begin select raise(abort, 'audit is append-only'); end`,
  ],
  down: [
    'drop table if exists audit_heads',
    'drop table if exists wakeups',
    'drop table if exists migration_runs',
    ...coreDown,
  ],
};
