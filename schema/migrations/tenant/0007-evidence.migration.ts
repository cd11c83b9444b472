import type { Migration } from '../migration.ts';

export const evidence: Migration = {
  id: '0007-evidence',
  up: [
    `create table if not exists evidence (
      id text not null primary key,
      organization_id text,
      name text not null,
      format text not null,
      bytes integer not null,
      sha256 text not null,
      storage_key text not null,
      proves_from text,
      proves_to text,
      state text not null,
      uploaded_by text not null,
      uploaded_at integer not null,
      version integer not null)`,
    `create index if not exists ix_evidence_organization
      on evidence (organization_id, uploaded_at)`,
    `create index if not exists ix_evidence_hash
      on evidence (organization_id, sha256)`,
    `create table if not exists evidence_links (
      evidence_id text not null,
      subject_kind text not null,
      subject_id text not null,
      slot text not null,
      linked_at integer not null,
      primary key (subject_kind, subject_id, slot, evidence_id))`,
    `create index if not exists ix_evidence_links_evidence
      on evidence_links (evidence_id)`,
  ],
  down: ['drop table if exists evidence_links', 'drop table if exists evidence'],
};
