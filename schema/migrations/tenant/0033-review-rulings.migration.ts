import type { Migration } from '../migration.ts';

const isPair = (row: string) =>
  `${row}.own_view is not null and ${row}.state <> 'withdrawn' and coalesce(${row}.view, '') <> 'not-ours'`;

export const reviewRulings: Migration = {
  id: '0033-review-rulings',
  up: [
    `create table if not exists review_rulings (
      id text not null primary key,
      submission_id text not null,
      revision integer not null,
      view text not null,
      words text not null,
      signer_post text not null,
      signed_on text not null,
      evidence_id text not null,
      registered_by text not null,
      registered_by_post text not null,
      registered_at integer not null,
      withdrawn_at integer)`,
    `create unique index if not exists ux_review_rulings_standing
      on review_rulings (submission_id, revision) where withdrawn_at is null`,
    // Where earlier code let two ask at once, the newest is the pair, as readers took it.
    `update review_opinions set own_view = null, own_words = null
      where ${isPair('review_opinions')} and exists (select 1 from review_opinions as newer
        where newer.submission_id = review_opinions.submission_id
        and newer.revision = review_opinions.revision and ${isPair('newer')}
        and (newer.asked_at, newer.id) > (review_opinions.asked_at, review_opinions.id))`,
    `create unique index if not exists ux_review_opinions_pair
      on review_opinions (submission_id, revision)
      where own_view is not null and state <> 'withdrawn' and coalesce(view, '') <> 'not-ours'`,
    `create index if not exists ix_review_opinions_differing
      on review_opinions (submission_id, revision)
      where own_view is not null and view in ('pass', 'mend') and view <> own_view`,
  ],
  down: [
    'drop index if exists ix_review_opinions_differing',
    'drop index if exists ux_review_opinions_pair',
    'drop table if exists review_rulings',
  ],
};
