import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { PeriodSchema } from './period.ts';

export const ImportIdSchema = idSchema('imp');
export const importSubjects = ['organizations', 'people', 'figures'] as const;
export type ImportSubject = (typeof importSubjects)[number];

/** What a column of the book of units is about, in the order of the template. */
export const unitColumns = [
  'code',
  'name',
  'short-name',
  'order',
  'kind',
  'level',
  'ownership',
  'supervision',
  'territory',
  'guidance',
  'cadre',
  'campus',
  'tags',
  'beds',
  'opened-on',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** Of the list of people, whose login name tells one from another. */
export const peopleColumns = [
  'unit',
  'addressee',
  'username',
  'phone',
  'post',
  'role',
  'reach',
  'from',
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** Of the figures of a system elsewhere: a score or a share, or its terms. */
export const figureColumns = ['code', 'name', 'value', 'numerator', 'sample'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** `receiving` 接收中 · `checked` 已核对待导入 · `taking` 导入中 · `done` 已完成 · `dropped` 已作废 */
export const importStates = ['receiving', 'checked', 'taking', 'done', 'dropped'] as const;
export type ImportState = (typeof importStates)[number];
export const importOutcomes = ['new', 'changed', 'unchanged', 'error'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
export const importChoices = ['all', 'good'] as const;
export type ImportChoice = (typeof importChoices)[number];
/** `waiting` 待导入 · `taken` 已导入 · `refused` 核对后又有变动 · `skipped` 不导入 */
export const importRowStates = ['waiting', 'taken', 'refused', 'skipped'] as const;
export type ImportRowState = (typeof importRowStates)[number];

export const MOST_IMPORT_ROWS = 20_000;
export const IMPORT_CHUNK = 500;

const CellSchema = v.pipe(v.string(), v.maxLength(300, '一格最多 300 字。'));

/** A heading as it stands in the file; no column means that it is not read. */
export const ImportHeadingSchema = v.object({
  text: CellSchema,
  column: v.nullable(v.picklist([...unitColumns, ...peopleColumns, ...figureColumns])),
});
export type ImportHeading = v.InferOutput<typeof ImportHeadingSchema>;

/** Whose figures a file holds: an indicator of a campaign, and the period they are of. */
export const ImportAboutSchema = v.object({
  campaignId: idSchema('cmp'),
  indicator: KeySchema,
  period: PeriodSchema,
});
export type ImportAbout = v.InferOutput<typeof ImportAboutSchema>;

export const OpenImportSchema = v.object({
  subject: v.picklist(importSubjects),
  fileName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  headings: v.pipe(v.array(ImportHeadingSchema), v.minLength(1), v.maxLength(60)),
  total: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(1, '表中没有数据行。'),
    v.maxValue(MOST_IMPORT_ROWS, `一次最多 ${MOST_IMPORT_ROWS} 行，请分几份导入。`),
  ),
  /** From which day changed facts hold, or up to which day figures count; today unless told. */
  effectiveOn: v.optional(DaySchema),
  about: v.optional(ImportAboutSchema),
});
export type OpenImport = v.InferOutput<typeof OpenImportSchema>;

export const AddImportRowsSchema = v.object({
  rows: v.pipe(
    v.array(
      v.object({
        /** As the file numbers it, the heading being above. */
        row: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000)),
        cells: v.pipe(v.array(CellSchema), v.maxLength(60)),
      }),
    ),
    v.minLength(1),
    v.maxLength(IMPORT_CHUNK),
  ),
});
export type AddImportRows = v.InferOutput<typeof AddImportRowsSchema>;

export const TakeImportSchema = v.object({ choice: v.picklist(importChoices) });

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const ImportCountsSchema = v.object({
  new: CountSchema,
  changed: CountSchema,
  unchanged: CountSchema,
  error: CountSchema,
});
export type ImportCounts = v.InferOutput<typeof ImportCountsSchema>;

export const ImportJobSchema = v.object({
  id: ImportIdSchema,
  subject: v.picklist(importSubjects),
  fileName: v.string(),
  headings: v.array(ImportHeadingSchema),
  effectiveOn: DaySchema,
  total: CountSchema,
  received: CountSchema,
  state: v.picklist(importStates),
  counts: ImportCountsSchema,
  choice: v.nullable(v.picklist(importChoices)),
  /** Rows written so far, and rows that something else changed in between. */
  taken: CountSchema,
  refused: CountSchema,
  openedByPost: v.string(),
  about: v.optional(v.nullable(ImportAboutSchema)),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  version: VersionSchema,
});
export type ImportJob = v.InferOutput<typeof ImportJobSchema>;

export const ImportJobsSchema = v.object({ items: v.array(ImportJobSchema) });

/** A problem as it is kept; the words are the reader's language's. */
export type StoredProblem = {
  readonly column: string | null;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export const ImportChangeSchema = v.object({
  column: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});
export type ImportChange = v.InferOutput<typeof ImportChangeSchema>;

export const ImportRowSchema = v.object({
  row: CountSchema,
  cells: v.array(v.string()),
  outcome: v.nullable(v.picklist(importOutcomes)),
  problems: v.array(
    v.object({ column: v.nullable(v.string()), code: v.string(), message: v.string() }),
  ),
  changes: v.array(ImportChangeSchema),
  state: v.picklist(importRowStates),
});
export type ImportRow = v.InferOutput<typeof ImportRowSchema>;

export const ImportRowPageSchema = v.object({
  items: v.array(ImportRowSchema),
  nextCursor: v.nullable(v.string()),
});
export type ImportRowPage = v.InferOutput<typeof ImportRowPageSchema>;
