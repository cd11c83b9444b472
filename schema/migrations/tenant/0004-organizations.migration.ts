import type { Migration } from '../migration.ts';

export const organizations: Migration = {
  id: '0004-organizations',
  up: [
    `create table if not exists organizations (
      id text not null primary key,
      name text not null,
      short_name text not null,
      order_number integer not null,
      kind text not null,
      level text,
      ownership text,
      tags text not null,
      status text not null,
      merged_into_id text,
      opened_on text,
      closed_on text,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create index if not exists ix_organizations_order on organizations (order_number, id)`,
    `create index if not exists ix_organizations_kind on organizations (kind, order_number, id)`,
    `create table if not exists organization_facts (
      organization_id text not null,
      key text not null,
      value text not null,
      valid_from text not null,
      valid_to text,
      primary key (organization_id, key, valid_from))`,
    `create table if not exists organization_relations (
      organization_id text not null,
      relation text not null,
      superior_id text,
      valid_from text not null,
      valid_to text,
      primary key (organization_id, relation, valid_from))`,
    `create index if not exists ix_organization_relations_superior
      on organization_relations (superior_id, relation)`,
    `create table if not exists organization_paths (
      relation text not null,
      organization_id text not null,
      path text not null,
      primary key (relation, organization_id))`,
    `create index if not exists ix_organization_paths_path on organization_paths (relation, path)`,
    `create index if not exists ix_organization_paths_organization
      on organization_paths (organization_id)`,
    `create table if not exists recusals (
      id text not null primary key,
      person_id text not null,
      organization_id text not null,
      reason text not null,
      valid_from text not null,
      valid_to text,
      created_at integer not null)`,
    `create index if not exists ix_recusals_person on recusals (person_id, organization_id)`,
  ],
  down: [
    'drop table if exists recusals',
    'drop table if exists organization_paths',
    'drop table if exists organization_relations',
    'drop table if exists organization_facts',
    'drop table if exists organizations',
  ],
};
