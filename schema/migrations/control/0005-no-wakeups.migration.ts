import type { Migration } from '../migration.ts';

/** The tick goes round the tenants by itself and asks nobody who has work. */
export const noWakeups: Migration = {
  id: '0005-no-wakeups',
  up: ['drop index if exists wakeups_due', 'drop table if exists wakeups'],
  down: [
    `create table if not exists wakeups (
      namespace text not null primary key,
      due_at integer not null) without rowid`,
    'create index if not exists wakeups_due on wakeups (due_at)',
  ],
};
