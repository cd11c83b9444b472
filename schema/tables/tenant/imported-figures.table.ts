import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FigureLevel } from '#schema/contracts/imported-figures.ts';
import type { Period } from '#schema/contracts/period.ts';

/** A file of figures that was taken whole: known from one instant on, until it is withdrawn. */
export const figureImports = sqliteTable(
  'figure_imports',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    indicator: text('indicator').notNull(),
    period: text('period').$type<Period>().notNull(),
    /** Whether its lines are of units, of areas or of the whole; the three never add up. */
    level: text('level').$type<FigureLevel>().notNull(),
    system: text('system').notNull(),
    /** 数据截至: up to which day the system counted. */
    dataOn: text('data_on').notNull(),
    fileName: text('file_name').notNull(),
    lines: integer('lines').notNull(),
    openedBy: text('opened_by').notNull(),
    openedByPost: text('opened_by_post').notNull(),
    knownAt: integer('known_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnByPost: text('withdrawn_by_post'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [index('ix_figure_imports_campaign').on(table.campaignId, table.knownAt, table.id)],
);

/** What an import says of one unit; nothing in it is ever changed. */
export const importedFigures = sqliteTable(
  'imported_figures',
  {
    importId: text('import_id').notNull(),
    /** Empty where the figure is of the whole. */
    organizationId: text('organization_id').notNull(),
    /** Exact decimal text, as the system said it. */
    value: text('value'),
    numerator: integer('numerator'),
    sample: integer('sample'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.organizationId] })],
);
