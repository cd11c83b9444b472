import type { Migration } from '../migration.ts';

export const filingStates: Migration = {
  id: '0014-filing-states',
  up: [
    'alter table submissions add column roll_up_reasons text',
    'alter table submissions add column claimed text',
    'alter table submission_revisions add column roll_up text',
    'alter table submission_revisions add column on_behalf integer',
    `create table if not exists submission_applications (
      id text not null primary key,
      submission_id text not null,
      organization_id text not null,
      kind text not null,
      reason text not null,
      wanted_due_on text,
      revision integer not null,
      state text not null,
      asked_by text not null,
      asked_by_post text not null,
      asked_at integer not null,
      answer text,
      decided_by text,
      decided_by_post text,
      decided_at integer)`,
    `create index if not exists ix_submission_applications_submission
      on submission_applications (submission_id, asked_at)`,
    `create unique index if not exists ux_submission_applications_open
      on submission_applications (submission_id, kind) where state = 'asked'`,
  ],
  down: [
    'drop table if exists submission_applications',
    'alter table submission_revisions drop column on_behalf',
    'alter table submission_revisions drop column roll_up',
    'alter table submissions drop column claimed',
    'alter table submissions drop column roll_up_reasons',
  ],
};
