import * as v from 'valibot';
import { regionLevels } from './campaign/branding.ts';
import { DaySchema } from './campaign/dates.ts';
import { crosswalkMatches } from './campaign/indicator.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema } from './ids.ts';
import { PeriodSchema, figureStates } from './snapshots.ts';

/** A 可比指标: one definition that regions may answer, each through its own crosswalk. */
export const CommonIndicatorSchema = v.object({
  key: v.string(),
  title: TextSchema,
  definition: TextSchema,
  numerator: TextSchema,
  denominator: TextSchema,
  unit: TextSchema,
  direction: v.picklist(['higher', 'lower', 'trend']),
  minimumDenominator: v.number(),
  order: v.number(),
});
export type CommonIndicator = v.InferOutput<typeof CommonIndicatorSchema>;

export const RegionSchema = v.object({
  slug: v.string(),
  name: TextSchema,
  level: v.picklist(regionLevels),
  divisionCode: v.string(),
  period: v.optional(PeriodSchema),
  cutOff: v.optional(DaySchema),
  receivedAt: v.optional(InstantSchema),
  corrected: v.boolean(),
});

export const ComparabilityCellSchema = v.object({
  region: v.string(),
  state: v.picklist(figureStates),
  match: v.optional(v.picklist(crosswalkMatches)),
  note: v.optional(v.string()),
});

/** 可比性一览: rows are common indicators, columns regions in division-code order. */
export const ComparabilitySchema = v.object({
  period: PeriodSchema,
  periods: v.array(PeriodSchema),
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
export const standings = ['clearly-above', 'above', 'same', 'below', 'clearly-below'] as const;

export const ComparisonRowSchema = v.object({
  region: v.string(),
  name: TextSchema,
  divisionCode: v.string(),
  state: v.picklist(figureStates),
  match: v.optional(v.picklist(crosswalkMatches)),
  numerator: v.optional(v.number()),
  denominator: v.optional(v.number()),
  value: v.optional(ShareSchema),
  low: v.optional(ShareSchema),
  high: v.optional(ShareSchema),
  standing: v.optional(v.picklist(standings)),
  verified: v.optional(v.object({ numerator: v.number(), denominator: v.number() })),
  completeness: v.optional(v.object({ numerator: v.number(), denominator: v.number() })),
  note: v.optional(v.string()),
});

/** Regions of one level and one period on one indicator, in division-code order. */
export const ComparisonSchema = v.object({
  indicator: CommonIndicatorSchema,
  level: v.picklist(regionLevels),
  period: PeriodSchema,
  asOf: InstantSchema,
  fullCount: v.boolean(),
  pooled: v.optional(
    v.object({ numerator: v.number(), denominator: v.number(), value: ShareSchema }),
  ),
  rows: v.array(ComparisonRowSchema),
});
export type Comparison = v.InferOutput<typeof ComparisonSchema>;
