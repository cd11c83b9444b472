import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ReturnPoint, SubmissionState } from '#schema/contracts/submissions.ts';

/** What an office decided on one revision of a filing; append-only. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    revision: integer('revision').notNull(),
    decision: text('decision').$type<'accept' | 'return' | 'hold' | 'pass-on' | 'undo'>().notNull(),
    points: text('points', { mode: 'json' }).$type<ReturnPoint[]>().notNull(),
    stampChecks: text('stamp_checks', { mode: 'json' }).$type<string[]>().notNull(),
    officeKey: text('office_key').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    reviewerPost: text('reviewer_post').notNull(),
    round: integer('round').notNull(),
    comment: text('comment'),
    stateBefore: text('state_before').$type<SubmissionState>().notNull(),
    /** The version of the filing that this decision made. */
    submissionVersion: integer('submission_version').notNull(),
    /** The decision that an undo took back. */
    undoes: text('undoes'),
    at: integer('at').notNull(),
  },
  (table) => [
    index('ix_reviews_submission').on(table.submissionId, table.at),
    uniqueIndex('ux_reviews_undoes').on(table.undoes),
  ],
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
