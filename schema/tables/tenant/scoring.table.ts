import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
