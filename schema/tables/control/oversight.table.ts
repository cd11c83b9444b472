import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import type { FigureState, SnapshotContent } from '#schema/contracts/snapshots.ts';

/** 可比指标: definitions that regions answer through their crosswalks. */
export const commonIndicators = sqliteTable('common_indicators', {
  key: text('key').primaryKey(),
  definition: text('definition', { mode: 'json' }).$type<CommonIndicator>().notNull(),
  orderNumber: integer('order_number').notNull(),
  version: integer('version').notNull(),
});

/** The public half of the key with which a region signs what it sends. */
export const regionKeys = sqliteTable('region_keys', {
  keyId: text('key_id').primaryKey(),
  slug: text('slug').notNull(),
  algorithm: text('algorithm').notNull(),
  publicKey: text('public_key').notNull(),
  validFrom: integer('valid_from').notNull(),
});

/** What a region sent, as it was signed. A correction is a new row that names the one it replaces. */
export const regionSnapshots = sqliteTable(
  'region_snapshots',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    level: text('level').$type<RegionLevel>().notNull(),
    divisionCode: text('division_code').notNull(),
    period: text('period').notNull(),
    content: text('content', { mode: 'json' }).$type<SnapshotContent>().notNull(),
    contentHash: text('content_hash').notNull(),
    auditSeq: integer('audit_seq').notNull(),
    auditHash: text('audit_hash').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
    sentAt: integer('sent_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    receipt: text('receipt').notNull(),
    correctsId: text('corrects_id'),
    current: integer('current', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('ix_region_snapshots_period').on(table.period, table.current, table.divisionCode),
    uniqueIndex('ux_region_snapshots_receipt').on(table.receipt),
    uniqueIndex('ux_region_snapshots_current')
      .on(table.slug, table.period)
      .where(sql`${table.current} = 1`),
  ],
);

/** The figures of the current snapshots, one row each: two integers, never a quotient. */
export const regionFigures = sqliteTable(
  'region_figures',
  {
    period: text('period').notNull(),
    commonKey: text('common_key').notNull(),
    slug: text('slug').notNull(),
    snapshotId: text('snapshot_id').notNull(),
    level: text('level').$type<RegionLevel>().notNull(),
    divisionCode: text('division_code').notNull(),
    match: text('match').$type<'same' | 'near' | 'substitute'>().notNull(),
    state: text('state').$type<FigureState>().notNull(),
    numerator: integer('numerator'),
    denominator: integer('denominator'),
    units: integer('units').notNull(),
    verified: integer('verified'),
    verifiedWrong: integer('verified_wrong'),
    note: text('note', { mode: 'json' }).$type<Text>(),
    explanation: text('explanation'),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.commonKey, table.slug] }),
    index('ix_region_figures_level').on(table.period, table.level, table.commonKey),
  ],
);
