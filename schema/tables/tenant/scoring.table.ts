import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RecordedContent } from '#schema/contracts/evaluation-records.ts';

/** A deduction by exception, in 1/10,000 point; withdrawn with a reason, never deleted. */
export const deductions = sqliteTable(
  'deductions',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    organizationId: text('organization_id').notNull(),
    scorecardKey: text('scorecard_key').notNull(),
    criterionKey: text('criterion_key').notNull(),
    amount: integer('amount').notNull(),
    reason: text('reason').notNull(),
    submissionId: text('submission_id'),
    recordedBy: text('recorded_by').notNull(),
    recordedByPost: text('recorded_by_post').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    state: text('state').$type<'standing' | 'withdrawn'>().notNull(),
    withdrawnReason: text('withdrawn_reason'),
    version: integer('version').notNull(),
    /** What the unit can do about it. */
    remedy: text('remedy'),
  },
  (table) => [
    index('ix_deductions_organization').on(
      table.organizationId,
      table.campaignId,
      table.recordedAt,
    ),
    index('ix_deductions_submission').on(table.submissionId),
  ],
);

/**
 * A fact that no filing supplies, recorded by one post. `period` is the month of an answer that stands
 * once a month, and the id of an event, of which there may be many.
 */
export const scoreFacts = sqliteTable(
  'score_facts',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    organizationId: text('organization_id').notNull(),
    factKey: text('fact_key').notNull(),
    onDay: text('on_day').notNull(),
    period: text('period').notNull(),
    content: text('content', { mode: 'json' }).$type<RecordedContent>().notNull(),
    reason: text('reason').notNull(),
    clauseKey: text('clause_key'),
    evidenceIds: text('evidence_ids', { mode: 'json' }).$type<string[]>().notNull(),
    state: text('state').$type<'unconfirmed' | 'standing' | 'withdrawn'>().notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedByPost: text('recorded_by_post').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedByPost: text('confirmed_by_post'),
    confirmedAt: integer('confirmed_at'),
    withdrawnReason: text('withdrawn_reason'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('ix_score_facts_organization').on(
      table.organizationId,
      table.campaignId,
      table.recordedAt,
    ),
    uniqueIndex('ux_score_facts_period')
      .on(table.organizationId, table.campaignId, table.factKey, table.period)
      .where(sql`state <> 'withdrawn'`),
  ],
);

/** What each assessor gave and what the unit answered, in order; append-only. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    organizationId: text('organization_id').notNull(),
    chainKey: text('chain_key').notNull(),
    sequence: integer('sequence').notNull(),
    /** None for an answer of the unit. */
    stepKey: text('step_key'),
    onDay: text('on_day').notNull(),
    result: text('result'),
    agrees: integer('agrees', { mode: 'boolean' }),
    reason: text('reason'),
    madeBy: text('made_by').notNull(),
    madeByPost: text('made_by_post').notNull(),
    madeAt: integer('made_at').notNull(),
  },
  (table) => [
    uniqueIndex('ux_assessments_sequence').on(
      table.organizationId,
      table.campaignId,
      table.chainKey,
      table.sequence,
    ),
  ],
);

/** 记分 of units; a ledger goes on over campaigns, the record names the one it was made under. */
export const demeritEntries = sqliteTable(
  'demerit_entries',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    organizationId: text('organization_id').notNull(),
    ledgerKey: text('ledger_key').notNull(),
    onDay: text('on_day').notNull(),
    tierKey: text('tier_key').notNull(),
    quantity: integer('quantity').notNull(),
    reason: text('reason').notNull(),
    clauseKey: text('clause_key'),
    penalty: text('penalty'),
    state: text('state').$type<'standing' | 'withdrawn'>().notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedByPost: text('recorded_by_post').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    withdrawnReason: text('withdrawn_reason'),
    withdrawnOn: text('withdrawn_on'),
    version: integer('version').notNull(),
  },
  (table) => [index('ix_demerit_entries_unit').on(table.organizationId, table.recordedAt)],
);
