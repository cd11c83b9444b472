import type { Migration } from '../migration.ts';

export const reviews: Migration = {
  id: '0009-reviews',
  up: [
    `create table if not exists canned_reasons (
      person_id text not null,
      reason text not null,
      used_at integer not null,
      primary key (person_id, reason))`,
    `create table if not exists reviews (
      id text not null primary key,
      submission_id text not null,
      revision integer not null,
      decision text not null,
      points text not null,
      stamp_checks text not null,
      office_key text not null,
      reviewer_id text not null,
      reviewer_post text not null,
      round integer not null,
      comment text,
      state_before text not null,
      submission_version integer not null,
      undoes text,
      at integer not null)`,
    `create index if not exists ix_reviews_submission
      on reviews (submission_id, at)`,
    `create unique index if not exists ux_reviews_undoes
      on reviews (undoes)`,
    `create trigger if not exists reviews_no_update before update on reviews
      begin select raise(abort, 'reviews is append-only'); end`,
    `create trigger if not exists reviews_no_delete before delete on reviews
      begin select raise(abort, 'reviews is append-only'); end`,
  ],
  down: ['drop table if exists reviews', 'drop table if exists canned_reasons'],
};
