import type { Migration } from '../migration.ts';

export const tenants: Migration = {
  id: '0002-tenants',
  up: [
    `create table if not exists tenants (
      slug text not null primary key,
      level text not null,
      division_code text not null,
      order_number integer not null,
      names text not null,
      status text not null,
      plugin text not null,
      demo integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create table if not exists tenant_hosts (
      host text not null primary key,
      slug text not null)`,
    `create table if not exists control_secrets (
      name text not null primary key,
      value text not null,
      created_at integer not null)`,
  ],
  down: [
    'drop table if exists control_secrets',
    'drop table if exists tenant_hosts',
    'drop table if exists tenants',
  ],
};
