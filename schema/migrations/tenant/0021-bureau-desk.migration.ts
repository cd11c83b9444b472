import type { Migration } from '../migration.ts';

export const bureauDesk: Migration = {
  id: '0021-bureau-desk',
  up: [
    'alter table canned_reasons add column position integer',
    'alter table recusals add column successor_id text',
    'alter table recusals add column successor_post text',
    'alter table deductions add column remedy text',
    `create table if not exists review_opinions (
      id text not null primary key,
      submission_id text not null,
      revision integer not null,
      kind text not null,
      office text not null,
      asked_of text,
      asked_post text,
      question text not null,
      asked_by text not null,
      asked_by_post text not null,
      asked_at integer not null,
      state text not null,
      view text,
      words text,
      answered_by text,
      answered_by_post text,
      answered_at integer,
      signed_on text,
      version integer not null)`,
    `create index if not exists ix_review_opinions_submission
      on review_opinions (submission_id, asked_at)`,
    `create index if not exists ix_review_opinions_asked
      on review_opinions (asked_of, state, asked_at)`,
  ],
  down: [
    'drop table if exists review_opinions',
    'alter table deductions drop column remedy',
    'alter table recusals drop column successor_post',
    'alter table recusals drop column successor_id',
    'alter table canned_reasons drop column position',
  ],
};
