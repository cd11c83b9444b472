import type { Migration } from '../migration.ts';

const stands = (table: string, verb: string): string =>
  `create trigger if not exists ${table}_no_${verb} before ${verb} on ${table}
    begin select raise(abort, '${table} is append-only'); end`;

export const branding: Migration = {
  id: '0026-branding',
  up: [
    `create table if not exists branding_changes (
      number integer not null primary key,
      site text not null check (json_valid(site)),
      changed_by text,
      changed_by_post text,
      changed_at integer not null,
      restored integer)`,
    stands('branding_changes', 'update'),
    stands('branding_changes', 'delete'),
    `create table if not exists emblems (
      hash text not null primary key,
      content text not null,
      width integer not null,
      height integer not null,
      kept_by text not null,
      kept_at integer not null)`,
    stands('emblems', 'update'),
    stands('emblems', 'delete'),
  ],
  down: ['drop table if exists emblems', 'drop table if exists branding_changes'],
};
