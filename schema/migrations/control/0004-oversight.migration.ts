import type { Migration } from '../migration.ts';

export const oversight: Migration = {
  id: '0004-oversight',
  up: [
    `create table if not exists common_indicators (
      key text not null primary key,
      definition text not null,
      order_number integer not null,
      version integer not null)`,
    `create table if not exists region_figures (
      period text not null,
      common_key text not null,
      slug text not null,
      snapshot_id text not null,
      level text not null,
      division_code text not null,
      match text not null,
      state text not null,
      numerator integer,
      denominator integer,
      units integer not null,
      verified integer,
      verified_wrong integer,
      note text,
      explanation text,
      primary key (period, common_key, slug))`,
    `create index if not exists ix_region_figures_level
      on region_figures (period, level, common_key)`,
    `create table if not exists region_keys (
      key_id text not null primary key,
      slug text not null,
      algorithm text not null,
      public_key text not null,
      valid_from integer not null)`,
    `create table if not exists region_snapshots (
      id text not null primary key,
      slug text not null,
      level text not null,
      division_code text not null,
      period text not null,
      content text not null,
      content_hash text not null,
      audit_seq integer not null,
      audit_hash text not null,
      key_id text not null,
      signature text not null,
      sent_at integer not null,
      received_at integer not null,
      receipt text not null,
      corrects_id text,
      current integer not null)`,
    `create index if not exists ix_region_snapshots_period
      on region_snapshots (period, current, division_code)`,
    `create unique index if not exists ux_region_snapshots_receipt
      on region_snapshots (receipt)`,
    `create unique index if not exists ux_region_snapshots_current
      on region_snapshots (slug, period) where current = 1`,
  ],
  down: [
    'drop table if exists region_snapshots',
    'drop table if exists region_keys',
    'drop table if exists region_figures',
    'drop table if exists common_indicators',
  ],
};
