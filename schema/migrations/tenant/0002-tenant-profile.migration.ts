import type { Migration } from '../migration.ts';

export const tenantProfile: Migration = {
  id: '0002-tenant-profile',
  up: [
    `create table if not exists tenant_profile (
      id integer not null primary key check (id = 1),
      slug text not null,
      level text not null,
      division_code text not null,
      order_number integer not null,
      names text not null,
      status text not null,
      status_reason text,
      plugin text not null,
      branding text not null,
      words text not null,
      footer text not null,
      hosts text not null,
      parameters text not null,
      demo integer not null,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create table if not exists tenant_secrets (
      name text not null primary key,
      value text not null,
      created_at integer not null)`,
  ],
  down: ['drop table if exists tenant_secrets', 'drop table if exists tenant_profile'],
};
