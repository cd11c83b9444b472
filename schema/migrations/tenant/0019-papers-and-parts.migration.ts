import type { Migration } from '../migration.ts';

export const papersAndParts: Migration = {
  id: '0019-papers-and-parts',
  up: [
    `create table if not exists paper_numbers (
      id text not null primary key,
      prefix text not null,
      year integer not null,
      number integer not null,
      class text not null,
      issuer_key text not null,
      issuer_title text not null,
      series_title text not null,
      title text not null,
      subject_kind text not null,
      subject_id text,
      signed_on text not null,
      signer_post text not null,
      taken_by text not null,
      taken_by_post text not null,
      taken_at integer not null,
      void_reason text,
      voided_by text,
      voided_by_post text,
      voided_at integer,
      version integer not null)`,
    `create unique index if not exists ux_paper_numbers_place
      on paper_numbers (prefix, year, number)`,
    `create trigger if not exists paper_numbers_no_delete before delete on paper_numbers
      begin select raise(abort, 'paper_numbers keeps every number'); end`,
    `create trigger if not exists paper_numbers_keep_place
      before update of prefix, year, number on paper_numbers
      begin select raise(abort, 'paper_numbers keeps every number in its place'); end`,
    `create table if not exists submission_parts (
      id text not null primary key,
      submission_id text not null,
      organization_id text not null,
      department text not null,
      fields text not null,
      note text,
      due_on text not null,
      due_at integer not null,
      token_hash text not null,
      expires_at integer not null,
      state text not null,
      answers text not null,
      handed_revisions text not null,
      handed_answers text not null,
      handed_by text not null,
      handed_by_post text not null,
      handed_at integer not null,
      saved_at integer,
      submitted_at integer,
      submitted_by_post text,
      closed_at integer,
      closed_by_post text,
      version integer not null)`,
    `create index if not exists ix_submission_parts_submission
      on submission_parts (submission_id, handed_at)`,
    `create unique index if not exists ux_submission_parts_token
      on submission_parts (token_hash)`,
  ],
  down: ['drop table if exists submission_parts', 'drop table if exists paper_numbers'],
};
