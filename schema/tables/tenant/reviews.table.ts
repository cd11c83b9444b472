import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';

/** What an office decided on one revision of a filing; append-only. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    revision: integer('revision').notNull(),
    decision: text('decision').$type<'accept' | 'return' | 'hold' | 'pass-on'>().notNull(),
    points: text('points', { mode: 'json' }).$type<ReturnPoint[]>().notNull(),
    stampChecks: text('stamp_checks', { mode: 'json' }).$type<string[]>().notNull(),
    officeKey: text('office_key').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    reviewerPost: text('reviewer_post').notNull(),
    round: integer('round').notNull(),
    comment: text('comment'),
    at: integer('at').notNull(),
  },
  (table) => [index('ix_reviews_submission').on(table.submissionId, table.at)],
);

/** 回避: this person does not review this unit. */
export const recusals = sqliteTable(
  'recusals',
  {
    personId: text('person_id').notNull(),
    organizationId: text('organization_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: integer('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.organizationId] })],
);

/** A reviewer's own canned reasons for a return. */
export const cannedReasons = sqliteTable(
  'canned_reasons',
  {
    personId: text('person_id').notNull(),
    reason: text('reason').notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.reason] })],
);
