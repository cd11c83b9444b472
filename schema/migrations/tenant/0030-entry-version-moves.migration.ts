import type { Migration } from '../migration.ts';

/** What entries of registers held before they moved to another version; entries by version. */
export const entryVersionMoves: Migration = {
  id: '0030-entry-version-moves',
  up: [
    `create table if not exists entry_version_moves (
      entry_id text not null,
      register_key text not null,
      from_hash text not null,
      to_hash text not null,
      campaign_id text not null,
      before text not null,
      losses text not null,
      reason text not null,
      made_version integer not null,
      moved_by text not null,
      moved_by_post text not null,
      moved_at integer not null,
      taken_back_at integer,
      primary key (entry_id, made_version))`,
    `create index if not exists ix_entry_version_moves_register
      on entry_version_moves (register_key, to_hash, entry_id)`,
    `create index if not exists ix_register_entries_version
      on register_entries (register_key, version_hash, ends)`,
  ],
  down: [
    'drop index if exists ix_register_entries_version',
    'drop table if exists entry_version_moves',
  ],
};
