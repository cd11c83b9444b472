import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Footer, RegionLevel, Words } from '#schema/contracts/campaign/branding.ts';
import type {
  PluginPin,
  TenantNames,
  TenantParameters,
  TenantProfile,
  TenantStatus,
} from '#schema/contracts/tenants.ts';

/** One row: who this database belongs to and everything that tenant needs to run. */
export const tenantProfile = sqliteTable('tenant_profile', {
  id: integer('id').primaryKey(),
  slug: text('slug').notNull(),
  level: text('level').$type<RegionLevel>().notNull(),
  divisionCode: text('division_code').notNull(),
  order: integer('order_number').notNull(),
  names: text('names', { mode: 'json' }).$type<TenantNames>().notNull(),
  status: text('status').$type<TenantStatus>().notNull(),
  statusReason: text('status_reason'),
  plugin: text('plugin', { mode: 'json' }).$type<PluginPin>().notNull(),
  branding: text('branding', { mode: 'json' }).$type<TenantProfile['branding']>().notNull(),
  words: text('words', { mode: 'json' }).$type<Words>().notNull(),
  footer: text('footer', { mode: 'json' }).$type<Footer>().notNull(),
  hosts: text('hosts', { mode: 'json' }).$type<string[]>().notNull(),
  parameters: text('parameters', { mode: 'json' }).$type<TenantParameters>().notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Secrets of this tenant alone, by name; never logged, never sent. */
export const tenantSecrets = sqliteTable('tenant_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  createdAt: integer('created_at').notNull(),
});
