import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  ApprovalState,
  ApprovalStep,
  ApprovalSubjectKind,
} from '#schema/contracts/approvals.ts';

export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    subjectKind: text('subject_kind').$type<ApprovalSubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    organizationId: text('organization_id'),
    contentHash: text('content_hash').notNull(),
    state: text('state').$type<ApprovalState>().notNull(),
    currentRole: text('current_role'),
    steps: text('steps', { mode: 'json' }).$type<ApprovalStep[]>().notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('ix_approvals_subject').on(table.subjectKind, table.subjectId, table.createdAt),
    index('ix_approvals_waiting').on(table.state, table.currentRole, table.createdAt),
    index('ix_approvals_unit').on(table.organizationId, table.state),
  ],
);
