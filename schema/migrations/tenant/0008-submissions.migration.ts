import type { Migration } from '../migration.ts';

export const submissions: Migration = {
  id: '0008-submissions',
  up: [
    `create table if not exists submission_revisions (
      submission_id text not null,
      revision integer not null,
      answers text not null,
      form_hash text not null,
      version_hash text not null,
      evidence text not null,
      organization_name text not null,
      organization_paths text not null,
      content_hash text not null,
      approval_id text,
      receipt_number text not null,
      filed_by text not null,
      filed_by_post text not null,
      filed_at integer not null,
      late integer not null,
      primary key (submission_id, revision))`,
    `create unique index if not exists ux_submission_revisions_receipt
      on submission_revisions (receipt_number, revision)`,
    `create trigger if not exists submission_revisions_no_update before update on submission_revisions
      begin select raise(abort, 'submission_revisions is append-only'); end`,
    `create trigger if not exists submission_revisions_no_delete before delete on submission_revisions
      begin select raise(abort, 'submission_revisions is append-only'); end`,
    `create table if not exists submissions (
      id text not null primary key,
      campaign_id text not null,
      version_hash text not null,
      task_key text not null,
      occurrence text not null,
      office_key text not null,
      organization_id text not null,
      supervision_path text not null,
      territory_path text not null,
      state text not null,
      nil integer not null,
      on_behalf integer not null,
      answers text not null,
      revisions text not null,
      deliverables text not null,
      returns integer not null,
      points_to_mend integer not null,
      original_due_on text,
      due_on text,
      due_at integer,
      due_wording text not null,
      extension_reason text,
      exemption_reason text,
      paper_state text not null,
      paper text,
      approval_id text,
      hold_reason text,
      revision integer not null,
      receipt_number text,
      first_filed_at integer,
      filed_at integer,
      on_time integer,
      accepted_at integer,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create unique index if not exists ux_submissions_task
      on submissions (campaign_id, task_key, occurrence, organization_id)`,
    `create index if not exists ix_submissions_organization
      on submissions (organization_id, state, due_at)`,
    `create index if not exists ix_submissions_queue
      on submissions (state, office_key, filed_at, id)`,
    `create index if not exists ix_submissions_supervision
      on submissions (campaign_id, supervision_path, state)`,
    `create index if not exists ix_submissions_territory
      on submissions (campaign_id, territory_path, state)`,
    `create index if not exists ix_submissions_due
      on submissions (campaign_id, due_at, state)`,
  ],
  down: ['drop table if exists submissions', 'drop table if exists submission_revisions'],
};
