import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type {
  ChannelKind,
  ChannelSetup,
  ChannelTest,
  ContactKind,
  MessageCategory,
} from '#schema/contracts/reminders.ts';

type Phrase = { zh: string; en: string };

/** 消息: what a person was told, once an occasion; nobody counts whether it was read. */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    category: text('category').$type<MessageCategory>().notNull(),
    occasion: text('occasion').notNull(),
    title: text('title', { mode: 'json' }).$type<Phrase>().notNull(),
    body: text('body', { mode: 'json' }).$type<Phrase>().notNull(),
    href: text('href').notNull(),
    /** How many items it speaks of: all that an SMS may say. */
    items: integer('items').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('ux_messages_occasion').on(table.personId, table.occasion),
    index('ix_messages_person').on(table.personId, table.at, table.id),
  ],
);

/** A message on its way outside, or arrived. */
export const messageDeliveries = sqliteTable('message_deliveries', {
  id: text('id').primaryKey(),
  messageId: text('message_id').notNull(),
  personId: text('person_id').notNull(),
  channel: text('channel').$type<ChannelKind>().notNull(),
  state: text('state').$type<'queued' | 'sent' | 'dropped'>().notNull(),
  sentAt: integer('sent_at'),
});

/** Where a person can be reached: closed by the tenant's key, shown masked. */
export const contacts = sqliteTable(
  'contacts',
  {
    personId: text('person_id').notNull(),
    kind: text('kind').$type<ContactKind>().notNull(),
    sealed: text('sealed').notNull(),
    masked: text('masked').notNull(),
    enteredBy: text('entered_by').$type<'self' | 'administrator'>().notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind] })],
);

/** Which channel a person chose, and for what; none but in-app where there is no row. */
export const receptions = sqliteTable('receptions', {
  personId: text('person_id').primaryKey(),
  channel: text('channel').$type<ChannelKind>(),
  digest: integer('digest', { mode: 'boolean' }).notNull(),
  urged: integer('urged', { mode: 'boolean' }).notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** 消息通道: how it is set up; its secret is closed by the tenant's key. */
export const channels = sqliteTable('channels', {
  kind: text('kind').$type<ChannelKind>().primaryKey(),
  setup: text('setup', { mode: 'json' }).$type<ChannelSetup>().notNull(),
  sealedSecret: text('sealed_secret'),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  lastTest: text('last_test', { mode: 'json' }).$type<ChannelTest>(),
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** The one row of how a tenant reminds. */
export const reminderSettings = sqliteTable('reminder_settings', {
  id: integer('id').primaryKey(),
  digestAt: text('digest_at').notNull(),
  quietOnRestDays: integer('quiet_on_rest_days', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
});

/** 催办: a unit at most once a day, whoever urges. */
export const urges = sqliteTable(
  'urges',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    onDay: text('on_day').notNull(),
    campaignId: text('campaign_id'),
    taskKey: text('task_key'),
    requestId: text('request_id'),
    items: integer('items').notNull(),
    words: text('words', { mode: 'json' }).$type<Phrase>().notNull(),
    byPersonId: text('by_person_id').notNull(),
    byPost: text('by_post').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('ux_urges_day').on(table.organizationId, table.onDay),
    index('ix_urges_unit').on(table.organizationId, table.at),
  ],
);

/** How far a day's digests, or a week's lists, have come; `after` is null once through. */
export const reminderRuns = sqliteTable('reminder_runs', {
  kind: text('kind').$type<'digest' | 'weekly'>().primaryKey(),
  onDay: text('on_day').notNull(),
  after: text('after'),
});
