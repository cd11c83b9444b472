import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { MeasureKind, ProposalState, TakenMeasure } from '#schema/contracts/proposals.ts';

type Phrase = { zh: string; en: string };

/** 处置建议, each finding once; `occasion` is what a rule fired about, whatever is added to it later. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    organizationId: text('organization_id').notNull(),
    supervisionPath: text('supervision_path').notNull(),
    territoryPath: text('territory_path').notNull(),
    ruleKey: text('rule_key').notNull(),
    occasion: text('occasion').notNull(),
    versionHash: text('version_hash').notNull(),
    title: text('title', { mode: 'json' }).$type<Text>().notNull(),
    measure: text('measure', { mode: 'json' }).$type<Text>().notNull(),
    post: text('post', { mode: 'json' }).$type<Text>().notNull(),
    words: text('words'),
    source: text('source', { mode: 'json' }).$type<Source>().notNull(),
    reason: text('reason', { mode: 'json' }).$type<Phrase>().notNull(),
    eventIds: text('event_ids', { mode: 'json' }).$type<string[]>().notNull(),
    state: text('state').$type<ProposalState>().notNull(),
    foundAt: integer('found_at').notNull(),
    lapsedAt: integer('lapsed_at'),
    decidedBy: text('decided_by'),
    decidedByPost: text('decided_by_post'),
    standsIn: integer('stands_in', { mode: 'boolean' }).notNull(),
    decidedAt: integer('decided_at'),
    decisionReason: text('decision_reason'),
    measureKind: text('measure_kind').$type<MeasureKind>(),
    taken: text('taken', { mode: 'json' }).$type<TakenMeasure>(),
    takenByPost: text('taken_by_post'),
    takenAt: integer('taken_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('ux_proposals_finding').on(
      table.organizationId,
      table.campaignId,
      table.ruleKey,
      table.occasion,
    ),
    index('ix_proposals_campaign').on(table.campaignId, table.id),
    index('ix_proposals_state').on(table.campaignId, table.state, table.id),
    index('ix_proposals_unit').on(table.campaignId, table.organizationId, table.id),
    index('ix_proposals_rule').on(table.campaignId, table.ruleKey, table.id),
  ],
);

/** How far a day's look at all units of a campaign has come; no unit once it is through. */
export const proposalSweeps = sqliteTable('proposal_sweeps', {
  campaignId: text('campaign_id').primaryKey(),
  onDay: text('on_day').notNull(),
  after: text('after'),
});
