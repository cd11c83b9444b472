import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PartState } from '#schema/contracts/submission-parts.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

/** Fields of a filing in the hands of a department of the unit, which has no account: a link opens them. */
export const submissionParts = sqliteTable(
  'submission_parts',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    organizationId: text('organization_id').notNull(),
    department: text('department').notNull(),
    fields: text('fields', { mode: 'json' }).$type<string[]>().notNull(),
    note: text('note'),
    dueOn: text('due_on').notNull(),
    dueAt: integer('due_at').notNull(),
    /** The link itself is known to its holder alone. */
    tokenHash: text('token_hash').notNull(),
    expiresAt: integer('expires_at').notNull(),
    state: text('state').$type<PartState>().notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    /** How often each place of the filing had been changed when it was handed out. */
    handedRevisions: text('handed_revisions', { mode: 'json' })
      .$type<Record<string, number>>()
      .notNull(),
    handedAnswers: text('handed_answers', { mode: 'json' }).$type<Answers>().notNull(),
    handedBy: text('handed_by').notNull(),
    handedByPost: text('handed_by_post').notNull(),
    handedAt: integer('handed_at').notNull(),
    savedAt: integer('saved_at'),
    submittedAt: integer('submitted_at'),
    submittedByPost: text('submitted_by_post'),
    closedAt: integer('closed_at'),
    closedByPost: text('closed_by_post'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('ix_submission_parts_submission').on(table.submissionId, table.handedAt),
    uniqueIndex('ux_submission_parts_token').on(table.tokenHash),
  ],
);
