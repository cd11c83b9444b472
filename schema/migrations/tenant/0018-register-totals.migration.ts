import type { Migration } from '../migration.ts';

/** Every node above and including a path, with the node it hangs under. */
const totalsOfToday = `insert into register_totals
    (register_key, relation, node, parent, state, ends, embargoed, entries)
  with recursive
    places (register_key, relation, path, state, ends, embargoed, entries) as (
      select register_key, 'supervision', supervision_path, state, ifnull(ends, ''), embargoed,
        count(*) from register_entries group by 1, 2, 3, 4, 5, 6
      union all
      select register_key, 'territory', territory_path, state, ifnull(ends, ''), embargoed,
        count(*) from register_entries group by 1, 2, 3, 4, 5, 6),
    nodes (register_key, relation, node, parent, rest, state, ends, embargoed, entries) as (
      select register_key, relation, '', null, path, state, ends, embargoed, entries from places
      union all
      select register_key, relation, node || substr(rest, 1, instr(rest, '/')), node,
        substr(rest, instr(rest, '/') + 1), state, ends, embargoed, entries
      from nodes where instr(rest, '/') > 0)
  select register_key, relation, node, parent, state, ends, embargoed, sum(entries)
  from nodes where not exists (select 1 from register_totals)
  group by register_key, relation, node, parent, state, ends, embargoed`;

export const registerTotals: Migration = {
  id: '0018-register-totals',
  up: [
    'alter table register_entries add column awaiting text',
    `create index if not exists ix_register_entries_awaiting
      on register_entries (register_key, awaiting, organization_order, number)`,
    `create table if not exists register_totals (
      register_key text not null,
      relation text not null,
      node text not null,
      parent text,
      state text not null,
      ends text not null,
      embargoed integer not null,
      entries integer not null,
      primary key (register_key, relation, node, state, ends, embargoed))`,
    `create index if not exists ix_register_totals_parent
      on register_totals (register_key, relation, parent)`,
    totalsOfToday,
    `create table if not exists register_recounts (
      register_key text not null primary key,
      recounted_on text not null,
      differences integer not null)`,
  ],
  down: [
    'drop table if exists register_recounts',
    'drop table if exists register_totals',
    'drop index if exists ix_register_entries_awaiting',
    'alter table register_entries drop column awaiting',
  ],
};
