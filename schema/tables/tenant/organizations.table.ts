import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { OrganizationKind, RelationKind } from '#schema/contracts/campaign/audience.ts';
import type {
  OrganizationActKind,
  OrganizationActState,
} from '#schema/contracts/organization-acts.ts';
import type { OrganizationStatus } from '#schema/contracts/organizations.ts';

/** Units with their place in the official order (机构序列). */
export const organizations = sqliteTable(
  'organizations',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    order: integer('order_number').notNull(),
    kind: text('kind').$type<OrganizationKind>().notNull(),
    level: text('level').$type<'tertiary' | 'secondary' | 'primary' | 'ungraded'>(),
    ownership: text('ownership').$type<'public' | 'private-nonprofit' | 'private-profit'>(),
    tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
    status: text('status').$type<OrganizationStatus>().notNull(),
    mergedIntoId: text('merged_into_id'),
    openedOn: text('opened_on'),
    closedOn: text('closed_on'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** 机构编码, by which an import knows a unit again. */
    code: text('code'),
  },
  (table) => [
    uniqueIndex('ux_organizations_code')
      .on(table.code)
      .where(sql`code is not null`),
    index('ix_organizations_name').on(table.name),
    index('ix_organizations_order').on(table.order, table.id),
    index('ix_organizations_open')
      .on(table.order, table.id, table.kind)
      .where(sql`status = 'open'`),
    index('ix_organizations_kind').on(table.kind, table.order, table.id),
  ],
);

export const organizationFacts = sqliteTable(
  'organization_facts',
  {
    organizationId: text('organization_id').notNull(),
    key: text('key').notNull(),
    value: text('value', { mode: 'json' }).$type<string | number | boolean>().notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.key, table.validFrom] }),
    index('ix_organization_facts_kind')
      .on(table.value, table.organizationId)
      .where(sql`key = 'kind'`),
  ],
);

/** Under whom a unit stands, relation by relation; without a superior under the commission. */
export const organizationRelations = sqliteTable(
  'organization_relations',
  {
    organizationId: text('organization_id').notNull(),
    relation: text('relation').$type<RelationKind>().notNull(),
    superiorId: text('superior_id'),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.relation, table.validFrom] }),
    index('ix_organization_relations_superior').on(table.superiorId, table.relation),
  ],
);

/** What a unit was called before, until which day; filings keep the name they were filed under. */
export const organizationNames = sqliteTable(
  'organization_names',
  {
    organizationId: text('organization_id').notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    validFrom: text('valid_from'),
    validTo: text('valid_to').notNull(),
    actId: text('act_id').primaryKey(),
  },
  (table) => [index('ix_organization_names_unit').on(table.organizationId, table.validTo)],
);

/** What was done to a unit: from which day, why, by which post; append-only but for its state. */
export const organizationActs = sqliteTable(
  'organization_acts',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    kind: text('kind').$type<OrganizationActKind>().notNull(),
    effectiveOn: text('effective_on').notNull(),
    reason: text('reason').notNull(),
    facts: text('facts', { mode: 'json' })
      .$type<Record<string, string | number | boolean | null>>()
      .notNull(),
    byPerson: text('by_person').notNull(),
    byPost: text('by_post').notNull(),
    at: integer('at').notNull(),
    state: text('state').$type<OrganizationActState>().notNull(),
  },
  (table) => [
    index('ix_organization_acts_unit').on(table.organizationId, table.at),
    index('ix_organization_acts_open')
      .on(table.effectiveOn)
      .where(sql`state in ('planned', 'standing')`),
  ],
);

/** One path a relation in force today: ids from the top, each followed by `/`. */
export const organizationPaths = sqliteTable(
  'organization_paths',
  {
    relation: text('relation').$type<RelationKind>().notNull(),
    organizationId: text('organization_id').notNull(),
    path: text('path').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.relation, table.organizationId] }),
    index('ix_organization_paths_path').on(table.relation, table.path),
    index('ix_organization_paths_organization').on(table.organizationId),
  ],
);

/** 回避: units that a person must keep away from, and why. */
export const recusals = sqliteTable(
  'recusals',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    organizationId: text('organization_id').notNull(),
    reason: text('reason').notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    createdAt: integer('created_at').notNull(),
    /** Who takes over, by person and post. */
    successorId: text('successor_id'),
    successorPost: text('successor_post'),
  },
  (table) => [index('ix_recusals_person').on(table.personId, table.organizationId)],
);

/** 请系统管理员邀请联络员: the newest ask of a unit. */
export const liaisonAsks = sqliteTable('liaison_asks', {
  organizationId: text('organization_id').primaryKey(),
  askedBy: text('asked_by').notNull(),
  byPost: text('by_post').notNull(),
  askedAt: integer('asked_at').notNull(),
});
