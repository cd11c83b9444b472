import type { Migration } from '../migration.ts';

export const snapshots: Migration = {
  id: '0011-snapshots',
  up: [
    `create table if not exists snapshots (
      id text not null primary key,
      period text not null,
      campaign_id text not null,
      state text not null,
      content text not null,
      content_hash text not null,
      approval_id text,
      corrects_id text,
      sent_at integer,
      receipt text,
      version integer not null,
      created_at integer not null,
      created_by text not null)`,
    `create index if not exists ix_snapshots_period
      on snapshots (period, created_at)`,
    `create unique index if not exists ux_snapshots_open
      on snapshots (period) where state in ('draft', 'signing', 'signed')`,
    `create unique index if not exists ux_snapshots_corrects
      on snapshots (corrects_id)`,
  ],
  down: ['drop table if exists snapshots'],
};
