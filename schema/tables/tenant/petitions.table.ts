import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type {
  PetitionContent,
  PetitionKind,
  PetitionState,
  petitionActs as actKinds,
} from '#schema/contracts/petitions.ts';

type Said = { text: string; post: string; at: number };

/** 请示、专报、信息: what a unit writes upward; `addressee_id` is a bureau, or empty. */
export const petitions = sqliteTable(
  'petitions',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    organizationName: text('organization_name').notNull(),
    addresseeId: text('addressee_id').notNull(),
    kind: text('kind').$type<PetitionKind>().notNull(),
    state: text('state').$type<PetitionState>().notNull(),
    content: text('content', { mode: 'json' }).$type<PetitionContent>().notNull(),
    /** What lies with the office: a redraft after a 退回 is the unit's own until it is filed again. */
    filedContent: text('filed_content', { mode: 'json' }).$type<PetitionContent>(),
    contentHash: text('content_hash'),
    approvalId: text('approval_id'),
    writtenBy: text('written_by', { mode: 'json' }).$type<string[]>().notNull(),
    registerYear: integer('register_year'),
    registerNumber: integer('register_number'),
    receiptNumber: text('receipt_number'),
    filedAt: integer('filed_at'),
    filedByPost: text('filed_by_post'),
    opinion: text('opinion', { mode: 'json' }).$type<Said & { leaderPost: string; by: string }>(),
    instruction: text('instruction', { mode: 'json' }).$type<Said & { paper?: PaperSignature }>(),
    dueOn: text('due_on'),
    answer: text('answer', { mode: 'json' }).$type<Said & { number: string }>(),
    answeredAt: integer('answered_at'),
    adopted: integer('adopted', { mode: 'boolean' }).notNull(),
    signedForAt: integer('signed_for_at'),
    signedForByPost: text('signed_for_by_post'),
    returnReason: text('return_reason'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('ix_petitions_unit').on(table.organizationId, table.createdAt, table.id),
    index('ix_petitions_office').on(table.addresseeId, table.filedAt, table.id),
    index('ix_petitions_adopted')
      .on(table.addresseeId, table.answeredAt)
      .where(sql`adopted = 1`),
    uniqueIndex('ux_petitions_register').on(
      table.addresseeId,
      table.registerYear,
      table.registerNumber,
    ),
  ],
);

/** What happened to it, by post; append-only. */
export const petitionActs = sqliteTable(
  'petition_acts',
  {
    id: text('id').primaryKey(),
    petitionId: text('petition_id').notNull(),
    kind: text('kind').$type<(typeof actKinds)[number]>().notNull(),
    text: text('text').notNull(),
    post: text('post').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('ix_petition_acts_petition').on(table.petitionId, table.at, table.id)],
);
