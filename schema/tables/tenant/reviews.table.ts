import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { OpinionKind, OpinionView } from '#schema/contracts/review-opinions.ts';
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
    /** Its place in the reviewer's own list; none for what was only written once. */
    position: integer('position'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.reason] })],
);

/** What another office or a second reviewer was asked about a filing, and what it answered. */
export const reviewOpinions = sqliteTable(
  'review_opinions',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind').$type<OpinionKind>().notNull(),
    office: text('office').notNull(),
    /** Who is asked; none where the office has no account and answers on paper. */
    askedOf: text('asked_of'),
    askedPost: text('asked_post'),
    question: text('question').notNull(),
    askedBy: text('asked_by').notNull(),
    askedByPost: text('asked_by_post').notNull(),
    askedAt: integer('asked_at').notNull(),
    state: text('state').$type<'asked' | 'answered' | 'withdrawn'>().notNull(),
    view: text('view').$type<OpinionView>(),
    words: text('words'),
    /** What the first of two reviewers found, kept from the second until that one has answered. */
    ownView: text('own_view').$type<'pass' | 'mend'>(),
    ownWords: text('own_words'),
    answeredBy: text('answered_by'),
    answeredByPost: text('answered_by_post'),
    answeredAt: integer('answered_at'),
    signedOn: text('signed_on'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('ix_review_opinions_submission').on(table.submissionId, table.askedAt),
    index('ix_review_opinions_asked').on(table.askedOf, table.state, table.askedAt),
    uniqueIndex('ux_review_opinions_pair')
      .on(table.submissionId, table.revision)
      .where(
        sql`own_view is not null and state <> 'withdrawn' and coalesce(view, '') <> 'not-ours'`,
      ),
    index('ix_review_opinions_differing')
      .on(table.submissionId, table.revision)
      .where(sql`own_view is not null and view in ('pass', 'mend') and view <> own_view`),
  ],
);

/** 裁定 of a leader between two reviewers, signed on paper; one stands for a round of a filing. */
export const reviewRulings = sqliteTable(
  'review_rulings',
  {
    id: text('id').primaryKey(),
    submissionId: text('submission_id').notNull(),
    revision: integer('revision').notNull(),
    view: text('view').$type<'pass' | 'mend'>().notNull(),
    words: text('words').notNull(),
    signerPost: text('signer_post').notNull(),
    signedOn: text('signed_on').notNull(),
    evidenceId: text('evidence_id').notNull(),
    registeredBy: text('registered_by').notNull(),
    registeredByPost: text('registered_by_post').notNull(),
    registeredAt: integer('registered_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('ux_review_rulings_standing')
      .on(table.submissionId, table.revision)
      .where(sql`withdrawn_at is null`),
  ],
);
