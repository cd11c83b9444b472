import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';

/** Every state the site ever had, append-only; number 0 is what the template brought. */
export const brandingChanges = sqliteTable('branding_changes', {
  number: integer('number').primaryKey(),
  site: text('site', { mode: 'json' }).$type<SiteBranding>().notNull(),
  changedBy: text('changed_by'),
  changedByPost: text('changed_by_post'),
  changedAt: integer('changed_at').notNull(),
  restored: integer('restored'),
});

/** Emblems taken in, by the hash of what is served; PNG rebuilt from what draws it, as base64. */
export const emblems = sqliteTable('emblems', {
  hash: text('hash').primaryKey(),
  content: text('content').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  keptBy: text('kept_by').notNull(),
  keptAt: integer('kept_at').notNull(),
});
