import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type {
  ImportAbout,
  ImportChange,
  ImportChoice,
  ImportCounts,
  ImportHeading,
  ImportOutcome,
  ImportRowState,
  ImportState,
  ImportSubject,
  StoredProblem,
} from '#schema/contracts/imports.ts';
import type { Role } from '#schema/contracts/permission.ts';

/** A file on its way into the book of units, of accounts or of figures: received, checked, taken. */
export const unitImports = sqliteTable(
  'unit_imports',
  {
    id: text('id').primaryKey(),
    subject: text('subject').$type<ImportSubject>().notNull(),
    fileName: text('file_name').notNull(),
    headings: text('headings', { mode: 'json' }).$type<ImportHeading[]>().notNull(),
    effectiveOn: text('effective_on').notNull(),
    total: integer('total').notNull(),
    received: integer('received').notNull(),
    state: text('state').$type<ImportState>().notNull(),
    counts: text('counts', { mode: 'json' }).$type<ImportCounts>().notNull(),
    /** The state of the book that it was checked against. */
    bookVersion: integer('book_version').notNull(),
    choice: text('choice').$type<ImportChoice>(),
    taken: integer('taken').notNull(),
    refused: integer('refused').notNull(),
    openedBy: text('opened_by').notNull(),
    openedByPost: text('opened_by_post').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Whose figures the file holds, where it holds figures. */
    about: text('about', { mode: 'json' }).$type<ImportAbout>(),
  },
  (table) => [
    index('ix_unit_imports_subject').on(table.subject, table.createdAt, table.id),
    uniqueIndex('ux_unit_imports_taking')
      .on(table.state)
      .where(sql`state = 'taking'`),
  ],
);

/** A row as it was sent, what the check says of it, and whether it was taken. */
export const unitImportRows = sqliteTable(
  'unit_import_rows',
  {
    importId: text('import_id').notNull(),
    row: integer('row_number').notNull(),
    cells: text('cells', { mode: 'json' }).$type<string[]>().notNull(),
    outcome: text('outcome').$type<ImportOutcome>(),
    problems: text('problems', { mode: 'json' }).$type<StoredProblem[]>(),
    changes: text('changes', { mode: 'json' }).$type<ImportChange[]>(),
    /** What is written when the row is taken; its shape is the planner's. */
    plan: text('plan', { mode: 'json' }).$type<unknown>(),
    state: text('state').$type<ImportRowState>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    index('ix_unit_import_rows_outcome').on(table.importId, table.outcome, table.row),
    index('ix_unit_import_rows_state').on(table.importId, table.state, table.row),
  ],
);

/** A post for somebody who has no account yet; the link is kept as a hash only. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    state: text('state').$type<'asked' | 'authorized' | 'used' | 'withdrawn'>().notNull(),
    organizationId: text('organization_id'),
    role: text('role').$type<Role>().notNull(),
    relation: text('relation').$type<RelationKind>(),
    post: text('post').notNull(),
    /** Whom to hand the link to; forgotten once it is used or withdrawn. */
    addressee: text('addressee'),
    reason: text('reason').notNull(),
    tokenHash: text('token_hash'),
    expiresAt: integer('expires_at'),
    openedBy: text('opened_by').notNull(),
    openedByPost: text('opened_by_post').notNull(),
    openedAt: integer('opened_at').notNull(),
    authorizedBy: text('authorized_by'),
    authorizedByPost: text('authorized_by_post'),
    authorizedAt: integer('authorized_at'),
    closedAt: integer('closed_at'),
    personId: text('person_id'),
    importId: text('import_id'),
    version: integer('version').notNull(),
    /** Set by a list: the name of the account to be. */
    username: text('username'),
    validFrom: text('valid_from'),
    /** Closed by the tenant's key, and as it is shown; forgotten with the addressee. */
    phoneSealed: text('phone_sealed'),
    phoneMasked: text('phone_masked'),
  },
  (table) => [
    uniqueIndex('ux_invitations_username')
      .on(table.username)
      .where(sql`username is not null and state in ('asked', 'authorized')`),
    index('ix_invitations_unit').on(table.organizationId, table.state),
    index('ix_invitations_import').on(table.importId, table.state, table.id),
    uniqueIndex('ux_invitations_token')
      .on(table.tokenHash)
      .where(sql`token_hash is not null`),
    index('ix_invitations_state').on(table.state, table.openedAt, table.id),
  ],
);
