import type { Migration } from '../migration.ts';

export const registers: Migration = {
  id: '0013-registers',
  up: [
    `create table if not exists registers (
      key text not null primary key,
      campaign_id text not null,
      version_hash text not null,
      updated_at integer not null)`,
    `create table if not exists register_entries (
      id text not null primary key,
      register_key text not null,
      number integer not null,
      campaign_id text not null,
      version_hash text not null,
      organization_id text not null,
      organization_order integer not null,
      supervision_path text not null,
      territory_path text not null,
      state text not null,
      ends text,
      long_term integer not null,
      embargoed integer not null,
      answers text not null,
      responsible text not null constraint responsible_post check (length(trim(responsible)) > 0),
      sources text not null,
      ties text not null,
      clocks text not null,
      accepted_on text,
      verified_on text,
      replied_on text,
      rectified_on text,
      closed_on text,
      done_on text,
      due_on text,
      open_due_on text,
      verification_due_on text,
      reply_due_on text,
      must_verify integer not null,
      must_reply integer not null,
      master_row text,
      parent_id text,
      merged_into text,
      recheck text,
      recorded_by text,
      recorded_on text not null,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create unique index if not exists ux_register_entries_number
      on register_entries (register_key, number)`,
    `create unique index if not exists ux_register_entries_instance
      on register_entries (register_key, master_row, organization_id)`,
    `create index if not exists ix_register_entries_order
      on register_entries (register_key, organization_order, number)`,
    `create index if not exists ix_register_entries_state
      on register_entries (register_key, state, organization_order, number)`,
    `create index if not exists ix_register_entries_unit
      on register_entries (register_key, organization_id, number)`,
    `create index if not exists ix_register_entries_parent
      on register_entries (parent_id)`,
    `create index if not exists ix_register_entries_due
      on register_entries (register_key, open_due_on, number)`,
    `create table if not exists register_entry_events (
      entry_id text not null,
      seq integer not null,
      kind text not null,
      happened_on text not null,
      at integer not null,
      body text not null check (json_valid(body)),
      primary key (entry_id, seq))`,
    `create trigger if not exists register_entry_events_no_update
      before update on register_entry_events
      begin select raise(abort, 'register_entry_events is append-only'); end`,
    `create trigger if not exists register_entry_events_no_delete
      before delete on register_entry_events
      begin select raise(abort, 'register_entry_events is append-only'); end`,
    `create table if not exists register_sources (
      entry_id text not null,
      channel text not null,
      number text not null,
      primary key (entry_id, channel, number))`,
    `create index if not exists ix_register_sources_number
      on register_sources (number, channel)`,
  ],
  down: [
    'drop table if exists register_sources',
    'drop table if exists register_entry_events',
    'drop table if exists register_entries',
    'drop table if exists registers',
  ],
};
