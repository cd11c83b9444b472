import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type {
  BulletinHead,
  BulletinIssue,
  BulletinKind,
  BulletinPartBody,
  BulletinState,
  FindingKind,
} from '#schema/contracts/bulletins.ts';

type Confirmed = { kind: FindingKind; excerpt: string; reason: string; post: string; at: number };

/** 通报、总结、简报: what the office writes about its year. */
export const bulletins = sqliteTable(
  'bulletins',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<BulletinKind>().notNull(),
    state: text('state').$type<BulletinState>().notNull(),
    campaignId: text('campaign_id'),
    asOf: text('as_of'),
    head: text('head', { mode: 'json' }).$type<BulletinHead>().notNull(),
    /** Moves with every part that is written, so that what is signed is what was read. */
    textVersion: integer('text_version').notNull(),
    confirmed: text('confirmed', { mode: 'json' }).$type<Confirmed[]>().notNull(),
    writtenBy: text('written_by', { mode: 'json' }).$type<string[]>().notNull(),
    contentHash: text('content_hash'),
    approvalId: text('approval_id'),
    number: text('number'),
    issue: text('issue', { mode: 'json' }).$type<BulletinIssue>(),
    sentAt: integer('sent_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('ix_bulletins_made').on(table.createdAt, table.id),
    uniqueIndex('ux_bulletins_number')
      .on(table.number)
      .where(sql`number is not null`),
  ],
);

/** A heading, a paragraph or a table of figures, each with its version. */
export const bulletinParts = sqliteTable(
  'bulletin_parts',
  {
    bulletinId: text('bulletin_id').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    body: text('body', { mode: 'json' }).$type<BulletinPartBody>().notNull(),
    version: integer('version').notNull(),
    changedAt: integer('changed_at').notNull(),
    changedByPost: text('changed_by_post').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.key] })],
);

/** A unit that a paper went to, and its 签收; nothing about reading. */
export const bulletinRecipients = sqliteTable(
  'bulletin_recipients',
  {
    bulletinId: text('bulletin_id').notNull(),
    organizationId: text('organization_id').notNull(),
    organizationName: text('organization_name').notNull(),
    organizationOrder: integer('organization_order').notNull(),
    sentAt: integer('sent_at').notNull(),
    signedForAt: integer('signed_for_at'),
    signedForBy: text('signed_for_by'),
    signedForByPost: text('signed_for_by_post'),
  },
  (table) => [
    primaryKey({ columns: [table.bulletinId, table.organizationId] }),
    index('ix_bulletin_recipients_order').on(
      table.bulletinId,
      table.organizationOrder,
      table.organizationId,
    ),
    index('ix_bulletin_recipients_unit').on(table.organizationId, table.sentAt, table.bulletinId),
  ],
);
