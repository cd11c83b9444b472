import * as v from 'valibot';
import { regionLevels } from './campaign/branding.ts';
import { DaySchema } from './campaign/dates.ts';
import { crosswalkMatches } from './campaign/indicator.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema } from './ids.ts';
import { PeriodSchema } from './period.ts';
import { figureStates } from './snapshots.ts';

/** A 可比指标: one definition that regions may answer, each through its own crosswalk. */
export const CommonIndicatorSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  form: v.picklist(['ratio', 'count', 'mean']),
  definition: TextSchema,
  numerator: TextSchema,
  denominator: TextSchema,
  unit: TextSchema,
  direction: v.picklist(['higher', 'lower', 'trend']),
  minimumDenominator: v.number(),
  /** Counted over all cases, so that a range shows chance alone; a survey is a sample. */
  fullCount: v.boolean(),
  order: v.number(),
});
export type CommonIndicator = v.InferOutput<typeof CommonIndicatorSchema>;

export const RegionSchema = v.object({
  slug: v.string(),
  name: TextSchema,
  level: v.picklist(regionLevels),
  divisionCode: v.string(),
  /** Absent while the region has sent nothing for the period. */
  cutOff: v.optional(DaySchema),
  receivedAt: v.optional(InstantSchema),
  corrected: v.boolean(),
  correctionReason: v.optional(v.string()),
});
export type Region = v.InferOutput<typeof RegionSchema>;

export const ComparabilityCellSchema = v.object({
  region: v.string(),
  state: v.picklist(figureStates),
  match: v.optional(v.picklist(crosswalkMatches)),
  note: v.optional(TextSchema),
});
export type ComparabilityCell = v.InferOutput<typeof ComparabilityCellSchema>;

/** 可比性一览: rows are common indicators, columns regions in division-code order. */
export const ComparabilitySchema = v.object({
  period: PeriodSchema,
  periods: v.array(PeriodSchema),
  cutOff: DaySchema,
  asOf: InstantSchema,
  levels: v.array(v.object({ level: v.picklist(regionLevels), regions: v.number() })),
  regions: v.array(RegionSchema),
  rows: v.array(
    v.object({ indicator: CommonIndicatorSchema, cells: v.array(ComparabilityCellSchema) }),
  ),
});
export type Comparability = v.InferOutput<typeof ComparabilitySchema>;

/** Interval bounds and the pooled level are in 1/10,000 of one; all from integers, rounded once. */
const ShareSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000));
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const PairSchema = v.object({ numerator: CountSchema, denominator: CountSchema });
export const standings = ['clearly-above', 'above', 'same', 'below', 'clearly-below'] as const;

export const ComparisonRowSchema = v.object({
  region: v.string(),
  name: TextSchema,
  divisionCode: v.string(),
  cutOff: v.optional(DaySchema),
  corrected: v.boolean(),
  state: v.picklist(figureStates),
  match: v.optional(v.picklist(crosswalkMatches)),
  numerator: v.optional(CountSchema),
  denominator: v.optional(CountSchema),
  value: v.optional(ShareSchema),
  low: v.optional(ShareSchema),
  high: v.optional(ShareSchema),
  /** Absent for a 替代 figure: it is shown and neither pooled nor judged. */
  standing: v.optional(v.picklist(standings)),
  verified: v.optional(PairSchema),
  completeness: v.optional(PairSchema),
  note: v.optional(TextSchema),
  explanation: v.optional(v.string()),
});
export type ComparisonRow = v.InferOutput<typeof ComparisonRowSchema>;

/** Regions of one level and one period on one indicator, in division-code order. */
export const ComparisonSchema = v.object({
  indicator: CommonIndicatorSchema,
  level: v.picklist(regionLevels),
  levels: v.array(v.object({ level: v.picklist(regionLevels), regions: v.number() })),
  period: PeriodSchema,
  periods: v.array(PeriodSchema),
  cutOff: DaySchema,
  asOf: InstantSchema,
  pooled: v.optional(v.object({ ...PairSchema.entries, value: ShareSchema, regions: CountSchema })),
  rows: v.array(ComparisonRowSchema),
});
export type Comparison = v.InferOutput<typeof ComparisonSchema>;
