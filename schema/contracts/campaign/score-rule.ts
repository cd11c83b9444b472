import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import {
  CountSchema,
  LevelTextSchema,
  PercentTextSchema,
  PointsTextSchema,
} from './score-numbers.ts';
import { TextSchema } from './text.ts';

/**
 * What a rule reads. `events` counts quantities of dated events (or reads a plain count), optionally
 * of some categories, `distinct` counts different categories. `flag`: true means the demand is met.
 * `elements`: several flags that must all be met. `recorded`: exceptions that carry their own points.
 */
export const ScoreMeasureSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('events'),
    fact: KeySchema,
    categories: v.optional(v.pipe(v.array(KeySchema), v.minLength(1))),
    distinct: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('ratio'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('value'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('flag'), fact: KeySchema }),
  v.strictObject({
    kind: v.literal('elements'),
    elements: v.pipe(
      v.array(v.strictObject({ fact: KeySchema, title: TextSchema })),
      v.minLength(1),
    ),
  }),
  v.strictObject({ kind: v.literal('choice'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('judgement'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('recorded'), fact: KeySchema }),
]);
export type ScoreMeasure = v.InferOutput<typeof ScoreMeasureSchema>;

/**
 * What the measure costs or earns. `fixed`: once, when a flag is not met (deduct) or met (add).
 * `per-element`: for each element not met (deduct) or met (add). `per-unit`: each beyond `beyond`.
 * `per-category`: a price for each severity or honour. `shortfall`: each below the minimum.
 * `per-step`: each step below or above a line; `steps` says whether a started step counts.
 * `target`: all or nothing. `tiers`: the first level reached, highest first. `proportional`: points
 * times the ratio, rounded half-up to `places`. `range`: a human's figure with a reason.
 */
export const PriceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('fixed'), amount: PointsTextSchema }),
  v.strictObject({ kind: v.literal('per-element'), amount: PointsTextSchema }),
  v.strictObject({
    kind: v.literal('per-unit'),
    amount: PointsTextSchema,
    beyond: v.optional(CountSchema),
  }),
  v.strictObject({
    kind: v.literal('per-category'),
    prices: v.pipe(
      v.array(v.strictObject({ category: KeySchema, title: TextSchema, amount: PointsTextSchema })),
      v.minLength(1),
    ),
  }),
  v.strictObject({
    kind: v.literal('shortfall'),
    minimum: CountSchema,
    amount: PointsTextSchema,
  }),
  v.strictObject({
    kind: v.literal('per-step'),
    from: PercentTextSchema,
    side: v.picklist(['below', 'above']),
    step: PercentTextSchema,
    steps: v.picklist(['full', 'started']),
    amount: PointsTextSchema,
  }),
  v.strictObject({
    kind: v.literal('target'),
    side: v.picklist(['at-least', 'at-most']),
    level: LevelTextSchema,
    amount: PointsTextSchema,
  }),
  v.strictObject({
    kind: v.literal('tiers'),
    tiers: v.pipe(
      v.array(v.strictObject({ atLeast: LevelTextSchema, amount: PointsTextSchema })),
      v.minLength(1),
    ),
    otherwise: PointsTextSchema,
  }),
  v.strictObject({
    kind: v.literal('choices'),
    choices: v.pipe(
      v.array(v.strictObject({ choice: KeySchema, title: TextSchema, amount: PointsTextSchema })),
      v.minLength(2),
    ),
  }),
  v.strictObject({
    kind: v.literal('proportional'),
    points: PointsTextSchema,
    places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  }),
  v.strictObject({ kind: v.literal('range'), min: PointsTextSchema, max: PointsTextSchema }),
  v.strictObject({
    kind: v.literal('recorded'),
    min: v.optional(PointsTextSchema),
    max: PointsTextSchema,
  }),
]);
export type Price = v.InferOutput<typeof PriceSchema>;
