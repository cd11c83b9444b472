import type { Migration } from '../migration.ts';

export const versionMoves: Migration = {
  id: '0020-version-moves',
  up: [
    `create table if not exists submission_version_moves (
      submission_id text not null,
      from_hash text not null,
      to_hash text not null,
      campaign_id text not null,
      task_key text not null,
      before text not null,
      losses text not null,
      reason text not null,
      made_version integer not null,
      moved_by text not null,
      moved_by_post text not null,
      moved_at integer not null,
      taken_back_at integer,
      primary key (submission_id, made_version))`,
    `create index if not exists ix_submission_version_moves_task
      on submission_version_moves (campaign_id, task_key, to_hash, submission_id)`,
  ],
  down: ['drop table if exists submission_version_moves'],
};
