import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EvidenceFormat } from '#schema/contracts/evidence.ts';

export const evidence = sqliteTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    /** No unit: the commission's own paper. */
    organizationId: text('organization_id'),
    name: text('name').notNull(),
    format: text('format').$type<EvidenceFormat>().notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    provesFrom: text('proves_from'),
    provesTo: text('proves_to'),
    state: text('state').$type<'received' | 'attached'>().notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('ix_evidence_organization').on(table.organizationId, table.uploadedAt),
    index('ix_evidence_hash').on(table.organizationId, table.sha256),
  ],
);

/** A file is uploaded once and cited wherever it proves something. */
export const evidenceLinks = sqliteTable(
  'evidence_links',
  {
    evidenceId: text('evidence_id').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    slot: text('slot').notNull(),
    linkedAt: integer('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subjectKind, table.subjectId, table.slot, table.evidenceId] }),
    index('ix_evidence_links_evidence').on(table.evidenceId),
  ],
);
