import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { PaperRegistration } from '#schema/contracts/evidence.ts';
import type { ApplicationKind, ApplicationState } from '#schema/contracts/filing-applications.ts';
import type { FrozenRollUp } from '#schema/contracts/roll-up.ts';
import type { Answers, SubmissionState } from '#schema/contracts/submissions.ts';

type FieldRevisions = Record<string, { revision: number; byPost: string; at: number }>;
type RevisionEvidence = { id: string; name: string; bytes: number; sha256: string; slot: string };

/** One unit's answer to one task in one period; it exists from publication on, filled or not. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    versionHash: text('version_hash').notNull(),
    taskKey: text('task_key').notNull(),
    occurrence: text('occurrence').notNull(),
    officeKey: text('office_key').notNull(),
    organizationId: text('organization_id').notNull(),
    supervisionPath: text('supervision_path').notNull(),
    territoryPath: text('territory_path').notNull(),
    state: text('state').$type<SubmissionState>().notNull(),
    nil: integer('nil', { mode: 'boolean' }).notNull(),
    onBehalf: integer('on_behalf', { mode: 'boolean' }).notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    revisions: text('revisions', { mode: 'json' }).$type<FieldRevisions>().notNull(),
    deliverables: text('deliverables', { mode: 'json' })
      .$type<Record<string, string[]>>()
      .notNull(),
    returns: integer('returns').notNull(),
    pointsToMend: integer('points_to_mend').notNull(),
    originalDueOn: text('original_due_on'),
    dueOn: text('due_on'),
    dueAt: integer('due_at'),
    dueWording: text('due_wording').notNull(),
    extensionReason: text('extension_reason'),
    exemptionReason: text('exemption_reason'),
    paperState: text('paper_state').$type<'none' | 'expected' | 'received'>().notNull(),
    paper: text('paper', { mode: 'json' }).$type<PaperRegistration>(),
    approvalId: text('approval_id'),
    holdReason: text('hold_reason'),
    revision: integer('revision').notNull(),
    receiptNumber: text('receipt_number'),
    firstFiledAt: integer('first_filed_at'),
    filedAt: integer('filed_at'),
    onTime: integer('on_time', { mode: 'boolean' }),
    acceptedAt: integer('accepted_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Why a figure of a roll-up differs from its sum, by field. */
    rollUpReasons: text('roll_up_reasons', { mode: 'json' }).$type<Record<string, string>>(),
    /** When the unit took over what was filed on its behalf. */
    claimed: text('claimed', { mode: 'json' }).$type<{ post: string; at: number }>(),
  },
  (table) => [
    uniqueIndex('ux_submissions_task').on(
      table.campaignId,
      table.taskKey,
      table.occurrence,
      table.organizationId,
    ),
    index('ix_submissions_organization').on(table.organizationId, table.state, table.dueAt),
    index('ix_submissions_queue').on(table.state, table.officeKey, table.filedAt, table.id),
    index('ix_submissions_supervision').on(table.campaignId, table.supervisionPath, table.state),
    index('ix_submissions_territory').on(table.campaignId, table.territoryPath, table.state),
    index('ix_submissions_due').on(
      table.campaignId,
      table.dueAt,
      table.state,
      table.firstFiledAt,
      table.organizationId,
    ),
    index('ix_submissions_unit').on(table.campaignId, table.organizationId, table.dueAt),
    index('ix_submissions_missing')
      .on(
        table.campaignId,
        table.firstFiledAt,
        table.dueAt,
        table.organizationId,
        table.state,
        table.taskKey,
      )
      .where(sql`first_filed_at is null`),
    index('ix_submissions_waiting')
      .on(
        table.filedAt,
        table.id,
        table.officeKey,
        table.organizationId,
        table.supervisionPath,
        table.territoryPath,
        table.taskKey,
        table.state,
      )
      .where(sql`+state in ('filed', 'held')`),
  ],
);

/** What was filed, frozen with the unit's name and place as they were; append-only. */
export const submissionRevisions = sqliteTable(
  'submission_revisions',
  {
    submissionId: text('submission_id').notNull(),
    revision: integer('revision').notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    formHash: text('form_hash').notNull(),
    versionHash: text('version_hash').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<RevisionEvidence[]>().notNull(),
    organizationName: text('organization_name').notNull(),
    organizationPaths: text('organization_paths', { mode: 'json' })
      .$type<Record<string, string>>()
      .notNull(),
    contentHash: text('content_hash').notNull(),
    approvalId: text('approval_id'),
    receiptNumber: text('receipt_number').notNull(),
    filedBy: text('filed_by').notNull(),
    filedByPost: text('filed_by_post').notNull(),
    filedAt: integer('filed_at').notNull(),
    late: integer('late', { mode: 'boolean' }).notNull(),
    /** The cells that a roll-up was made from. */
    rollUp: text('roll_up', { mode: 'json' }).$type<FrozenRollUp>(),
    onBehalf: integer('on_behalf', { mode: 'boolean' }),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.revision] }),
    uniqueIndex('ux_submission_revisions_receipt').on(table.receiptNumber, table.revision),
  ],
);

/** What a unit asks the office for: to correct what was accepted, or more time. */
export const submissionApplications = sqliteTable(
  'submission_applications',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    organizationId: text('organization_id').notNull(),
    kind: text('kind').$type<ApplicationKind>().notNull(),
    reason: text('reason').notNull(),
    wantedDueOn: text('wanted_due_on'),
    /** The revision that stood when it was asked. */
    revision: integer('revision').notNull(),
    state: text('state').$type<ApplicationState>().notNull(),
    askedBy: text('asked_by').notNull(),
    askedByPost: text('asked_by_post').notNull(),
    askedAt: integer('asked_at').notNull(),
    answer: text('answer'),
    decidedBy: text('decided_by'),
    decidedByPost: text('decided_by_post'),
    decidedAt: integer('decided_at'),
  },
  (table) => [
    index('ix_submission_applications_submission').on(table.submissionId, table.askedAt),
    uniqueIndex('ux_submission_applications_open')
      .on(table.submissionId, table.kind)
      .where(sql`state = 'asked'`),
  ],
);
