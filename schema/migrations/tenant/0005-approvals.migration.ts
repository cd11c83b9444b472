import type { Migration } from '../migration.ts';

export const approvals: Migration = {
  id: '0005-approvals',
  up: [
    `create table if not exists approvals (
      id text not null primary key,
      subject_kind text not null,
      subject_id text not null,
      organization_id text,
      content_hash text not null,
      state text not null,
      current_role text,
      steps text not null,
      version integer not null,
      created_at integer not null,
      closed_at integer)`,
    `create index if not exists ix_approvals_subject
      on approvals (subject_kind, subject_id, created_at)`,
    `create index if not exists ix_approvals_waiting
      on approvals (state, current_role, created_at)`,
  ],
  down: ['drop table if exists approvals'],
};
