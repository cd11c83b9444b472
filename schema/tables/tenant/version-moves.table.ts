import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Answers } from '#schema/contracts/submissions.ts';

type HeldByFiling = {
  nil: boolean;
  answers: Answers;
  deliverables: Record<string, string[]>;
  officeKey: string;
};

type HeldByEntry = {
  answers: Answers;
  sources: { channel: string; number?: string | undefined }[];
  ties: { link: string; entry: string }[];
  responsible: string;
};

/** What every move keeps: what was held before, so that nothing that was typed is lost. */
const moveColumns = <Held>() => ({
  fromHash: text('from_hash').notNull(),
  toHash: text('to_hash').notNull(),
  campaignId: text('campaign_id').notNull(),
  before: text('before', { mode: 'json' }).$type<Held>().notNull(),
  losses: text('losses', { mode: 'json' }).$type<string[]>().notNull(),
  reason: text('reason').notNull(),
  /** The version of the record that the move made: who changed it since keeps what he wrote. */
  madeVersion: integer('made_version').notNull(),
  movedBy: text('moved_by').notNull(),
  movedByPost: text('moved_by_post').notNull(),
  movedAt: integer('moved_at').notNull(),
  takenBackAt: integer('taken_back_at'),
});

/** A filing moved to another version. */
export const submissionVersionMoves = sqliteTable(
  'submission_version_moves',
  {
    submissionId: text('submission_id').notNull(),
    taskKey: text('task_key').notNull(),
    ...moveColumns<HeldByFiling>(),
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

/** An entry of a register moved to another version. */
export const entryVersionMoves = sqliteTable(
  'entry_version_moves',
  {
    entryId: text('entry_id').notNull(),
    registerKey: text('register_key').notNull(),
    ...moveColumns<HeldByEntry>(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.madeVersion] }),
    index('ix_entry_version_moves_register').on(table.registerKey, table.toHash, table.entryId),
  ],
);
