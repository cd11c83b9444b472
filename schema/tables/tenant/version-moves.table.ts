import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Answers } from '#schema/contracts/submissions.ts';

type Before = {
  nil: boolean;
  answers: Answers;
  deliverables: Record<string, string[]>;
  officeKey: string;
};

/** A filing moved to another version: what it held before, so that nothing that was typed is lost. */
export const submissionVersionMoves = sqliteTable(
  'submission_version_moves',
  {
    submissionId: text('submission_id').notNull(),
    fromHash: text('from_hash').notNull(),
    toHash: text('to_hash').notNull(),
    campaignId: text('campaign_id').notNull(),
    taskKey: text('task_key').notNull(),
    before: text('before', { mode: 'json' }).$type<Before>().notNull(),
    losses: text('losses', { mode: 'json' }).$type<string[]>().notNull(),
    reason: text('reason').notNull(),
    /** The version of the filing that the move made: who changed it since keeps what he wrote. */
    madeVersion: integer('made_version').notNull(),
    movedBy: text('moved_by').notNull(),
    movedByPost: text('moved_by_post').notNull(),
    movedAt: integer('moved_at').notNull(),
    takenBackAt: integer('taken_back_at'),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.madeVersion] }),
    index('ix_submission_version_moves_task').on(
      table.campaignId,
      table.taskKey,
      table.toHash,
      table.submissionId,
    ),
  ],
);
