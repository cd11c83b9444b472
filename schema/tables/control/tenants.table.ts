import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegionLevel } from '#schema/contracts/campaign/branding.ts';
import type { PluginPin, TenantNames, TenantStatus } from '#schema/contracts/tenants.ts';

/** Mirror of the tenants' own profiles, so that a host can be found. */
export const tenants = sqliteTable('tenants', {
  slug: text('slug').primaryKey(),
  level: text('level').$type<RegionLevel>().notNull(),
  divisionCode: text('division_code').notNull(),
  order: integer('order_number').notNull(),
  names: text('names', { mode: 'json' }).$type<TenantNames>().notNull(),
  status: text('status').$type<TenantStatus>().notNull(),
  plugin: text('plugin', { mode: 'json' }).$type<PluginPin>().notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Host names of a tenant's own, beside `<slug>.<base>`. */
export const tenantHosts = sqliteTable('tenant_hosts', {
  host: text('host').primaryKey(),
  slug: text('slug').notNull(),
});

/** Secrets of the control database's own hosts. */
export const controlSecrets = sqliteTable('control_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  createdAt: integer('created_at').notNull(),
});
