import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { DraftOrigin, IssueRegistration, ReviewPoint } from '#schema/contracts/campaigns.ts';

/** One year's or period's work; what it says stands in its versions. */
export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    year: integer('year').notNull(),
    title: text('title').notNull(),
    state: text('state').$type<'running' | 'archived'>().notNull(),
    currentHash: text('current_hash').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('ux_campaigns_key').on(table.key, table.year),
    index('ix_campaigns_state').on(table.state, table.year),
  ],
);

/** A published version: canonical JSON under its SHA-256; never changes. */
export const campaignVersions = sqliteTable(
  'campaign_versions',
  {
    hash: text('hash').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    number: integer('number').notNull(),
    document: text('document', { mode: 'json' }).$type<Campaign>().notNull(),
    languageVersion: integer('language_version').notNull(),
    pluginId: text('plugin_id').notNull(),
    pluginVersion: text('plugin_version').notNull(),
    issue: text('issue', { mode: 'json' }).$type<IssueRegistration>(),
    changes: text('changes', { mode: 'json' }).$type<{ zh: string; en: string }[]>().notNull(),
    approvalId: text('approval_id'),
    publishedAt: integer('published_at').notNull(),
  },
  (table) => [uniqueIndex('ux_campaign_versions_number').on(table.campaignId, table.number)],
);

export const campaignDrafts = sqliteTable(
  'campaign_drafts',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    year: integer('year').notNull(),
    state: text('state')
      .$type<'drafting' | 'signing' | 'signed' | 'published' | 'discarded'>()
      .notNull(),
    pluginId: text('plugin_id').notNull(),
    pluginVersion: text('plugin_version').notNull(),
    origin: text('origin', { mode: 'json' }).$type<DraftOrigin>().notNull(),
    amendsCampaignId: text('amends_campaign_id'),
    toReview: text('to_review', { mode: 'json' }).$type<ReviewPoint[]>().notNull(),
    approvalId: text('approval_id'),
    contentHash: text('content_hash'),
    issue: text('issue', { mode: 'json' }).$type<IssueRegistration>(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('ix_campaign_drafts_state').on(table.state, table.updatedAt)],
);

/** A draft is a set of parts, each with its version: saving one never overwrites another. */
export const campaignDraftParts = sqliteTable(
  'campaign_draft_parts',
  {
    draftId: text('draft_id').notNull(),
    kind: text('kind').$type<CampaignPartKind>().notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    version: integer('version').notNull(),
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    changedByPost: text('changed_by_post').notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.kind, table.key] })],
);

/** A campaign of a higher authority as it was received; what carries it out names it by its hash. */
export const upperCampaigns = sqliteTable('upper_campaigns', {
  hash: text('hash').primaryKey(),
  region: text('region').notNull(),
  document: text('document', { mode: 'json' }).$type<Campaign>().notNull(),
  receivedAt: integer('received_at').notNull(),
});
