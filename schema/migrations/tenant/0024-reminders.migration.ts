import type { Migration } from '../migration.ts';

const messages = [
  `create table if not exists messages (
    id text not null primary key,
    person_id text not null,
    category text not null,
    occasion text not null,
    title text not null,
    body text not null,
    href text not null,
    items integer not null,
    at integer not null)`,
  `create unique index if not exists ux_messages_occasion on messages (person_id, occasion)`,
  `create index if not exists ix_messages_person on messages (person_id, at, id)`,
  `create table if not exists message_deliveries (
    id text not null primary key,
    message_id text not null,
    person_id text not null,
    channel text not null,
    state text not null,
    sent_at integer)`,
  `create table if not exists contacts (
    person_id text not null,
    kind text not null,
    sealed text not null,
    masked text not null,
    entered_by text not null,
    updated_at integer not null,
    primary key (person_id, kind))`,
  `create table if not exists receptions (
    person_id text not null primary key,
    channel text,
    digest integer not null,
    urged integer not null,
    updated_at integer not null)`,
];

const settings = [
  `create table if not exists channels (
    kind text not null primary key,
    setup text not null,
    sealed_secret text,
    enabled integer not null,
    last_test text,
    version integer not null,
    updated_at integer not null)`,
  `create table if not exists reminder_settings (
    id integer not null primary key,
    digest_at text not null,
    quiet_on_rest_days integer not null,
    version integer not null)`,
  `create table if not exists urges (
    id text not null primary key,
    organization_id text not null,
    on_day text not null,
    campaign_id text,
    task_key text,
    request_id text,
    items integer not null,
    words text not null,
    by_person_id text not null,
    by_post text not null,
    at integer not null)`,
  `create unique index if not exists ux_urges_day on urges (organization_id, on_day)`,
  `create index if not exists ix_urges_unit on urges (organization_id, at)`,
  `create table if not exists reminder_runs (
    kind text not null primary key,
    on_day text not null,
    after text)`,
  `create index if not exists ix_approvals_unit on approvals (organization_id, state)`,
];

export const reminders: Migration = {
  id: '0024-reminders',
  up: [...messages, ...settings],
  down: [
    'drop index if exists ix_approvals_unit',
    ...[
      'reminder_runs',
      'urges',
      'reminder_settings',
      'channels',
      'receptions',
      'contacts',
      'message_deliveries',
      'messages',
    ].map((table) => `drop table if exists ${table}`),
  ],
};
