import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { SnapshotContent, SnapshotState } from '#schema/contracts/snapshots.ts';

/** 上报数据 of this region: aggregates only, kept as they left. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: text('id').primaryKey(),
    period: text('period').notNull(),
    campaignId: text('campaign_id').notNull(),
    state: text('state').$type<SnapshotState>().notNull(),
    content: text('content', { mode: 'json' }).$type<SnapshotContent>().notNull(),
    contentHash: text('content_hash').notNull(),
    approvalId: text('approval_id'),
    correctsId: text('corrects_id'),
    sentAt: integer('sent_at'),
    receipt: text('receipt'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    index('ix_snapshots_period').on(table.period, table.createdAt),
    /** One at a time is on its way out for a period. */
    uniqueIndex('ux_snapshots_open')
      .on(table.period)
      .where(sql`${table.state} in ('draft', 'signing', 'signed')`),
    uniqueIndex('ux_snapshots_corrects').on(table.correctsId),
  ],
);
