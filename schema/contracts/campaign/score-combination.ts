import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PercentTextSchema, PointsTextSchema } from './score-numbers.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/**
 * One final result of several sources by fixed weights (R37). `outOf` is what a source is measured
 * by, and what it counts at most; the combined result is rounded once, half-up, to `places`.
 */
export const CombinationSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  outOf: PointsTextSchema,
  sources: v.pipe(
    v.array(
      v.strictObject({
        key: KeySchema,
        title: TextSchema,
        weight: PercentTextSchema,
        outOf: PointsTextSchema,
        scorecard: v.optional(KeySchema),
      }),
    ),
    v.minLength(2),
    v.maxLength(20),
  ),
  places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type Combination = v.InferOutput<typeof CombinationSchema>;

/**
 * Several assessors one after the other, of whom `final` decides (R38). `confirmation`: after so many
 * days of silence the result counts as confirmed (R39).
 */
export const AssessmentChainSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  steps: v.pipe(
    v.array(v.strictObject({ key: KeySchema, title: TextSchema, by: TextSchema })),
    v.minLength(2),
    v.maxLength(8),
  ),
  final: KeySchema,
  confirmation: v.optional(
    v.strictObject({
      by: TextSchema,
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
      count: v.picklist(['natural', 'working']),
    }),
  ),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type AssessmentChain = v.InferOutput<typeof AssessmentChainSchema>;

const DaySchema = v.pipe(v.string(), v.isoDate());

/** What one assessor gave, as a grade or as points in words; a different result needs a reason. */
export const AssessmentSchema = v.object({
  step: KeySchema,
  on: DaySchema,
  result: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  reason: v.optional(TextSchema),
});
export type Assessment = v.InferOutput<typeof AssessmentSchema>;

/** The answer of the person concerned. */
export const ConfirmationSchema = v.object({
  on: DaySchema,
  agrees: v.boolean(),
  reason: v.optional(TextSchema),
});
export type Confirmation = v.InferOutput<typeof ConfirmationSchema>;
