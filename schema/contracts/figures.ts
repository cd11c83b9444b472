import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema } from './ids.ts';
import { PeriodSchema } from './period.ts';

const BothSchema = v.object({ zh: v.string(), en: v.string() });
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * `filings.due`, `problems.closing-rate` (over all registers of 销号), `complaints.done`,
 * `register:rectification-letters.closed`, `indicator:awareness`.
 */
export const FigureKeySchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:(?:filings|problems|complaints)\.[a-z-]{1,30}|register:[a-z][a-z0-9-]{0,39}\.[a-z-]{1,30}|indicator:[a-z][a-z0-9-]{0,39})$/,
  ),
);

/**
 * 未设此指标 · 未报 · 样本不足 · 口径不一，不可比 · 不适用: five words, never one, and never a zero. What
 * no record here makes as of a moment (money, a mean without its terms) says that instead, and what
 * a system elsewhere holds says 未导入 until somebody has imported it.
 */
export const absences = [
  'not-set',
  'not-reported',
  'insufficient',
  'incomparable',
  'not-applicable',
  'not-computed',
  'not-imported',
] as const;
export type Absence = (typeof absences)[number];

/** What can be asked for under a campaign: name, 口径 and unit of each. */
export const FigureDefinitionSchema = v.object({
  key: FigureKeySchema,
  group: v.picklist(['filings', 'problems', 'complaints', 'register', 'indicator']),
  form: v.picklist(['count', 'ratio', 'mean']),
  /** The register's or the campaign's own name, where several figures share it. */
  of: v.optional(BothSchema),
  title: BothSchema,
  /** 口径, in one sentence. */
  statement: BothSchema,
  unit: BothSchema,
  /** The system elsewhere that the figure is imported from. */
  system: v.optional(v.string()),
  /** More of it is worse: the only figures that are ever marked. */
  overdue: v.boolean(),
});
export type FigureDefinition = v.InferOutput<typeof FigureDefinitionSchema>;
export const FigureCatalogueSchema = v.object({ items: v.array(FigureDefinitionSchema) });
export type FigureCatalogue = v.InferOutput<typeof FigureCatalogueSchema>;

/** A value as exact integers; a ratio is never rounded before it is printed. */
const ValueSchema = v.object({
  numerator: v.optional(CountSchema),
  denominator: v.optional(CountSchema),
  absent: v.optional(v.picklist(absences)),
  /** Of a system elsewhere: the period that it says this of. */
  period: v.optional(PeriodSchema),
});
export type FigureValue = v.InferOutput<typeof ValueSchema>;

const MomentEntries = {
  /** Everything is as of this instant. */
  asOf: InstantSchema,
  /** The day whose 24:00 that is; absent where it is now. */
  day: v.optional(DaySchema),
};

export const FigureSchema = v.object({
  ...FigureDefinitionSchema.entries,
  ...ValueSchema.entries,
  ...MomentEntries,
  /** A survey: how many units have answers, and how many of those too few to be assessed. */
  survey: v.optional(
    v.object({
      units: CountSchema,
      tooFew: CountSchema,
      /** Where those too few are listed alone. */
      tooFewHref: v.optional(v.string()),
    }),
  ),
  /** The console's page that lists what was counted, as of the same moment. */
  href: v.string(),
});
export type Figure = v.InferOutput<typeof FigureSchema>;
export const FigureListSchema = v.object({ ...MomentEntries, figures: v.array(FigureSchema) });
export type FigureList = v.InferOutput<typeof FigureListSchema>;

const PlaceSchema = v.object({
  /** What `area` of the other routes is asked with. */
  key: v.string(),
  /** Absent for the commission's own units, and where `kind` says what kind of unit it is. */
  name: v.optional(v.string()),
  kind: v.optional(v.string()),
});
export type FigurePlace = v.InferOutput<typeof PlaceSchema>;

const RowSchema = v.object({ place: PlaceSchema, values: v.record(v.string(), ValueSchema) });
export type FigureRow = v.InferOutput<typeof RowSchema>;

/** 年度总览: the figures of its sentences, the table by place, and whom to press. */
export const OverviewSchema = v.object({
  ...MomentEntries,
  figures: v.array(FigureSchema),
  columns: v.array(FigureDefinitionSchema),
  /** By the authorities of the places, or by kind of unit where there are none. */
  by: v.picklist(['area', 'kind']),
  rows: v.array(RowSchema),
  total: v.record(v.string(), ValueSchema),
  /** 催报名单, ready to be pasted. */
  reminder: BothSchema,
});
export type Overview = v.InferOutput<typeof OverviewSchema>;

/** 上级临时要数: chosen figures by unit, by place or in one line. */
export const groupings = ['whole', 'area', 'unit'] as const;
export type Grouping = (typeof groupings)[number];
export const FigureTableSchema = v.object({
  ...MomentEntries,
  columns: v.array(FigureDefinitionSchema),
  by: v.picklist([...groupings, 'kind']),
  rows: v.array(RowSchema),
  total: v.record(v.string(), ValueSchema),
  /** How many units were chosen. */
  units: CountSchema,
  /** Names that no unit has. */
  unknown: v.array(v.string()),
});
export type FigureTable = v.InferOutput<typeof FigureTableSchema>;

/** What stands behind one figure, one line each, in official unit order. */
export const FigureItemsSchema = v.object({
  ...MomentEntries,
  figure: FigureSchema,
  place: v.optional(PlaceSchema),
  total: CountSchema,
  items: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(['filing', 'entry', 'unit', 'imported']),
      organizationId: v.string(),
      organizationName: v.string(),
      title: BothSchema,
      number: v.optional(v.number()),
      dueOn: v.optional(DaySchema),
      doneOn: v.optional(DaySchema),
      overdue: v.boolean(),
    }),
  ),
  next: v.optional(v.string()),
});
export type FigureItems = v.InferOutput<typeof FigureItemsSchema>;
