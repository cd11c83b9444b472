import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { RequestActKind } from '#schema/contracts/request-overview.ts';
import type { ReplyState } from '#schema/contracts/request-replies.ts';
import type { AddresseePart, RequestDraft, RequestState } from '#schema/contracts/requests.ts';
import type { Answers, ReturnPoint } from '#schema/contracts/submissions.ts';

type FrozenFile = { id: string; name: string; bytes: number; sha256: string; slot: string };

/** 临时任务: what is asked; `issuer_id` is a bureau, or empty for the commission itself. */
export const requests = sqliteTable(
  'requests',
  {
    id: text('id').primaryKey(),
    issuerId: text('issuer_id').notNull(),
    state: text('state').$type<RequestState>().notNull(),
    content: text('content', { mode: 'json' }).$type<RequestDraft>().notNull(),
    contentHash: text('content_hash'),
    approvalId: text('approval_id'),
    /** Everybody who had a hand in the text: none of them approves it. */
    writtenBy: text('written_by', { mode: 'json' }).$type<string[]>().notNull(),
    /** The year whose burden it counts to, once it is issued. */
    year: integer('year'),
    issuedAt: integer('issued_at'),
    closedAt: integer('closed_at'),
    closedReason: text('closed_reason'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('ix_requests_issuer').on(table.issuerId, table.createdAt, table.id),
    index('ix_requests_issuer_state').on(table.issuerId, table.state, table.createdAt, table.id),
    index('ix_requests_year').on(table.year),
  ],
);

/** A unit that a request went to, as it was on that day, and who signed for it. */
export const requestAddressees = sqliteTable(
  'request_addressees',
  {
    requestId: text('request_id').notNull(),
    organizationId: text('organization_id').notNull(),
    organizationName: text('organization_name').notNull(),
    organizationOrder: integer('organization_order').notNull(),
    supervisionPath: text('supervision_path').notNull(),
    territoryPath: text('territory_path').notNull(),
    part: text('part').$type<AddresseePart>().notNull(),
    signedForAt: integer('signed_for_at'),
    signedForBy: text('signed_for_by'),
    signedForByPost: text('signed_for_by_post'),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.organizationId] }),
    index('ix_request_addressees_order').on(
      table.requestId,
      table.organizationOrder,
      table.organizationId,
    ),
    index('ix_request_addressees_unit').on(table.organizationId, table.requestId),
  ],
);

/** One due reply of one unit. */
export const requestReplies = sqliteTable(
  'request_replies',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id').notNull(),
    organizationId: text('organization_id').notNull(),
    organizationOrder: integer('organization_order').notNull(),
    occurrence: text('occurrence').notNull(),
    originalDueOn: text('original_due_on').notNull(),
    originalDueAt: integer('original_due_at').notNull(),
    dueOn: text('due_on').notNull(),
    dueAt: integer('due_at').notNull(),
    state: text('state').$type<ReplyState>().notNull(),
    nil: integer('nil', { mode: 'boolean' }).notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    returns: integer('returns').notNull(),
    points: text('points', { mode: 'json' }).$type<ReturnPoint[]>().notNull(),
    revision: integer('revision').notNull(),
    receiptNumber: text('receipt_number'),
    firstFiledAt: integer('first_filed_at'),
    filedAt: integer('filed_at'),
    filedBy: text('filed_by'),
    excusedReason: text('excused_reason'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('ux_request_replies_place').on(
      table.requestId,
      table.organizationId,
      table.occurrence,
    ),
    index('ix_request_replies_order').on(
      table.requestId,
      table.organizationOrder,
      table.organizationId,
      table.dueAt,
    ),
    index('ix_request_replies_unit').on(table.organizationId, table.dueAt, table.id),
  ],
);

/** What was filed, as it was; append-only. */
export const requestReplyRevisions = sqliteTable(
  'request_reply_revisions',
  {
    replyId: text('reply_id').notNull(),
    revision: integer('revision').notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    nil: integer('nil', { mode: 'boolean' }).notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<FrozenFile[]>().notNull(),
    contentHash: text('content_hash').notNull(),
    organizationName: text('organization_name').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    late: integer('late', { mode: 'boolean' }).notNull(),
    filedBy: text('filed_by').notNull(),
    filedByPost: text('filed_by_post').notNull(),
    filedAt: integer('filed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.replyId, table.revision] })],
);

/** What the sender did after it went out; append-only: an act is withdrawn by another. */
export const requestActs = sqliteTable(
  'request_acts',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id').notNull(),
    kind: text('kind').$type<RequestActKind>().notNull(),
    organizationId: text('organization_id'),
    occurrence: text('occurrence'),
    dueOn: text('due_on'),
    dueAt: integer('due_at'),
    reason: text('reason').notNull(),
    withdraws: text('withdraws'),
    actBy: text('act_by').notNull(),
    actByPost: text('act_by_post').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    index('ix_request_acts_request').on(table.requestId, table.at, table.id),
    uniqueIndex('ux_request_acts_withdraws')
      .on(table.withdraws)
      .where(sql`withdraws is not null`),
  ],
);

/** More time that a unit asks for; the sender decides. */
export const requestAsks = sqliteTable(
  'request_asks',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id').notNull(),
    replyId: text('reply_id').notNull(),
    organizationId: text('organization_id').notNull(),
    occurrence: text('occurrence').notNull(),
    reason: text('reason').notNull(),
    wantedOn: text('wanted_on').notNull(),
    wantedHour: text('wanted_hour').notNull(),
    state: text('state').$type<'asked' | 'agreed' | 'declined'>().notNull(),
    askedBy: text('asked_by').notNull(),
    askedByPost: text('asked_by_post').notNull(),
    askedAt: integer('asked_at').notNull(),
    answer: text('answer'),
    decidedByPost: text('decided_by_post'),
    decidedAt: integer('decided_at'),
  },
  (table) => [
    index('ix_request_asks_request').on(table.requestId, table.askedAt, table.id),
    index('ix_request_asks_reply').on(table.replyId, table.askedAt, table.id),
    uniqueIndex('ux_request_asks_open')
      .on(table.replyId)
      .where(sql`state = 'asked'`),
  ],
);
