import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NumberSeries } from '#schema/contracts/campaign/clause.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { PaperSubject } from '#schema/contracts/papers.ts';

/** Numbers of papers. A number is never taken off the record: a void one stays in its place. */
export const paperNumbers = sqliteTable(
  'paper_numbers',
  {
    id: text('id').primaryKey(),
    prefix: text('prefix').notNull(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    class: text('class').$type<NumberSeries['class']>().notNull(),
    issuerKey: text('issuer_key').notNull(),
    issuerTitle: text('issuer_title').notNull(),
    seriesTitle: text('series_title', { mode: 'json' }).$type<Text>().notNull(),
    title: text('title').notNull(),
    subjectKind: text('subject_kind').$type<PaperSubject['kind']>().notNull(),
    subjectId: text('subject_id'),
    signedOn: text('signed_on').notNull(),
    signerPost: text('signer_post').notNull(),
    takenBy: text('taken_by').notNull(),
    takenByPost: text('taken_by_post').notNull(),
    takenAt: integer('taken_at').notNull(),
    voidReason: text('void_reason'),
    voidedBy: text('voided_by'),
    voidedByPost: text('voided_by_post'),
    voidedAt: integer('voided_at'),
    version: integer('version').notNull(),
  },
  (table) => [uniqueIndex('ux_paper_numbers_place').on(table.prefix, table.year, table.number)],
);
