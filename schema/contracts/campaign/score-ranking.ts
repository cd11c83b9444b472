import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PercentTextSchema } from './score-numbers.ts';
import { gradeMetrics } from './scorecard.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/**
 * How many are taken, and what happens where equals stand on both sides of the line: all of them,
 * none of them, or a named post decides. `of` says what a share is counted from.
 */
export const QuotaSchema = v.strictObject({
  take: v.variant('kind', [
    v.strictObject({
      kind: v.literal('share'),
      share: PercentTextSchema,
      rounding: v.picklist(['up', 'down', 'half-up']),
      of: v.picklist(['listed', 'ranked']),
    }),
    v.strictObject({
      kind: v.literal('count'),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    }),
  ]),
  ties: v.picklist(['take-all', 'take-none', 'decide']),
  onlyGrades: v.optional(v.pipe(v.array(KeySchema), v.minLength(1))),
});
export type Quota = v.InferOutput<typeof QuotaSchema>;

/**
 * Places inside classes (R41), by the first figure that tells two apart. `same-rank` leaves the places
 * of equals empty (1, 1, 3), `dense` does not (1, 1, 2). `select` takes a share or the top N (R42).
 */
export const RankingSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  scorecard: KeySchema,
  classes: v.pipe(
    v.array(v.strictObject({ key: KeySchema, title: TextSchema })),
    v.minLength(1),
    v.maxLength(20),
  ),
  by: v.pipe(
    v.array(
      v.strictObject({ metric: v.picklist(gradeMetrics), better: v.picklist(['higher', 'lower']) }),
    ),
    v.minLength(1),
    v.maxLength(5),
  ),
  ties: v.picklist(['same-rank', 'dense']),
  select: v.optional(QuotaSchema),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type Ranking = v.InferOutput<typeof RankingSchema>;
