import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema } from './ids.ts';
import { ImportIdSchema } from './imports.ts';
import { PeriodSchema } from './period.ts';

const BothSchema = v.object({ zh: v.string(), en: v.string() });
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `unit` 按单位 · `area` 按属地 · `whole` 全辖区一个数 */
export const figureLevels = ['unit', 'area', 'whole'] as const;
export type FigureLevel = (typeof figureLevels)[number];

/** `mean` 得分 (满意度) · `ratio` 占比 (满意率) · `count` · `value` */
export const figureForms = ['mean', 'ratio', 'count', 'value'] as const;
export type FigureForm = (typeof figureForms)[number];

/** At most four places; a score of 88.60 is 88.6. */
export const DecimalTextSchema = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{0,3}[1-9])?$/));

/** What a system elsewhere says of one unit: a value, or of a share its terms. */
export const FigureTermsSchema = v.object({
  value: v.nullable(DecimalTextSchema),
  numerator: v.nullable(CountSchema),
  /** 样本量, of a share what it is a share of. */
  sample: v.nullable(CountSchema),
});
export type FigureTerms = v.InferOutput<typeof FigureTermsSchema>;

/** An indicator whose figures a system elsewhere holds, and what a file of them needs. */
export const FigureSourceSchema = v.object({
  indicator: KeySchema,
  title: BothSchema,
  statement: BothSchema,
  unit: BothSchema,
  form: v.picklist(figureForms),
  system: v.string(),
  /** Fewer answers than this, and a unit is not assessed. */
  least: CountSchema,
  /** The period of the newest figures that are known. */
  newest: v.optional(PeriodSchema),
});
export type FigureSource = v.InferOutput<typeof FigureSourceSchema>;

export const FigureImportSchema = v.object({
  id: ImportIdSchema,
  campaignId: v.string(),
  indicator: KeySchema,
  title: BothSchema,
  unit: BothSchema,
  form: v.picklist(figureForms),
  period: PeriodSchema,
  level: v.picklist(figureLevels),
  system: v.string(),
  dataOn: DaySchema,
  fileName: v.string(),
  lines: CountSchema,
  openedByPost: v.string(),
  knownAt: InstantSchema,
  withdrawn: v.optional(v.object({ at: InstantSchema, byPost: v.string(), reason: v.string() })),
});
export type FigureImport = v.InferOutput<typeof FigureImportSchema>;

/** What may be imported under a campaign, and what was, the newest first. */
export const FigureImportsSchema = v.object({
  today: DaySchema,
  sources: v.array(FigureSourceSchema),
  items: v.array(FigureImportSchema),
});
export type FigureImports = v.InferOutput<typeof FigureImportsSchema>;

export const ImportedFigureSchema = v.object({
  ...FigureTermsSchema.entries,
  /** Absent where the figure is of the whole. */
  organizationId: v.optional(v.string()),
  organizationName: v.string(),
  /** 样本不足，不作评价. */
  tooFew: v.boolean(),
});
export type ImportedFigure = v.InferOutput<typeof ImportedFigureSchema>;

export const ImportedFigurePageSchema = v.object({
  import: FigureImportSchema,
  items: v.array(ImportedFigureSchema),
  nextCursor: v.nullable(v.string()),
});
export type ImportedFigurePage = v.InferOutput<typeof ImportedFigurePageSchema>;

export const WithdrawImportSchema = v.object({
  reason: v.pipe(v.string(), v.trim(), v.minLength(2, '请写明撤回的原因。'), v.maxLength(200)),
});
