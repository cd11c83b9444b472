import type { Migration } from '../migration.ts';

export const campaigns: Migration = {
  id: '0006-campaigns',
  up: [
    `create table if not exists campaign_draft_parts (
      draft_id text not null,
      kind text not null,
      key text not null,
      position integer not null,
      body text not null,
      version integer not null,
      changed_at integer not null,
      changed_by text not null,
      changed_by_post text not null,
      primary key (draft_id, kind, key))`,
    `create table if not exists campaign_drafts (
      id text not null primary key,
      title text not null,
      year integer not null,
      state text not null,
      plugin_id text not null,
      plugin_version text not null,
      origin text not null,
      amends_campaign_id text,
      to_review text not null,
      approval_id text,
      content_hash text,
      issue text,
      version integer not null,
      created_at integer not null,
      created_by text not null,
      updated_at integer not null)`,
    `create index if not exists ix_campaign_drafts_state
      on campaign_drafts (state, updated_at)`,
    `create table if not exists campaign_versions (
      hash text not null primary key,
      campaign_id text not null,
      number integer not null,
      document text not null,
      language_version integer not null,
      plugin_id text not null,
      plugin_version text not null,
      issue text,
      changes text not null,
      approval_id text,
      published_at integer not null)`,
    `create unique index if not exists ux_campaign_versions_number
      on campaign_versions (campaign_id, number)`,
    `create trigger if not exists campaign_versions_no_update before update on campaign_versions
      begin select raise(abort, 'campaign_versions is append-only'); end`,
    `create trigger if not exists campaign_versions_no_delete before delete on campaign_versions
      begin select raise(abort, 'campaign_versions is append-only'); end`,
    `create table if not exists campaigns (
      id text not null primary key,
      key text not null,
      year integer not null,
      title text not null,
      state text not null,
      current_hash text not null,
      version integer not null,
      created_at integer not null)`,
    `create unique index if not exists ux_campaigns_key
      on campaigns (key, year)`,
    `create index if not exists ix_campaigns_state
      on campaigns (state, year)`,
  ],
  down: [
    'drop table if exists campaigns',
    'drop table if exists campaign_versions',
    'drop table if exists campaign_drafts',
    'drop table if exists campaign_draft_parts',
  ],
};
