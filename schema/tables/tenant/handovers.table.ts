import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { HandoverItem, HandoverState } from '#schema/contracts/handovers.ts';
import type { Role } from '#schema/contracts/permission.ts';

/** 交接: a post that goes from one account to another on a day, with what was in hand. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: text('id').primaryKey(),
    state: text('state').$type<HandoverState>().notNull(),
    grantId: text('grant_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    organizationId: text('organization_id'),
    fromId: text('from_id').notNull(),
    fromPost: text('from_post').notNull(),
    toId: text('to_id').notNull(),
    toPost: text('to_post').notNull(),
    on: text('takes_effect_on').notNull(),
    reason: text('reason').notNull(),
    note: text('note'),
    /** As the successor saw and acknowledged it. */
    items: text('items', { mode: 'json' }).$type<HandoverItem[]>(),
    openedBy: text('opened_by').notNull(),
    openedByPost: text('opened_by_post').notNull(),
    openedAt: integer('opened_at').notNull(),
    authorizedBy: text('authorized_by'),
    authorizedByPost: text('authorized_by_post'),
    acknowledgedAt: integer('acknowledged_at'),
    settledAt: integer('settled_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('ix_handovers_opened').on(table.openedAt, table.id),
    index('ix_handovers_due')
      .on(table.on)
      .where(sql`state = 'acknowledged'`),
  ],
);
