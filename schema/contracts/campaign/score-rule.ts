import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import {
  CountSchema,
  LevelTextSchema,
  PercentTextSchema,
  PointsTextSchema,
} from './score-numbers.ts';
import { TextSchema } from './text.ts';

const ElementsSchema = v.pipe(
  v.array(v.strictObject({ fact: KeySchema, title: TextSchema })),
  v.minLength(1),
);

/** The options that a trend and a traffic light come out at; a ladder comes out at its rungs. */
export const trendOptions = ['improved', 'unchanged', 'declined'] as const;
export const lightOptions = ['green', 'yellow', 'red'] as const;
/** What a ladder comes out at where even its first rung is not reached. */
export const noRung = 'none';
const betters = ['higher', 'lower'] as const;

/**
 * What a rule reads. `events` counts quantities of dated events (or reads a plain count), optionally
 * of some categories, `distinct` counts different categories. `flag`: true means the demand is met.
 * `elements`: several flags that must all be met. `recorded`: exceptions that carry their own points.
 * `sample`: at least `size` of those that could be drawn (all of them where it is absent), priced by
 * finding or by the share without one. `votes`: the mean of the valid answers, an answer without
 * points being void. `ladder`: the highest rung reached, each asking for all the rungs below it.
 * `trend`: a figure against that of the period before; `enough` is where holding it is as good as
 * improving. `light`: green, yellow from `warn` on, red from `alarm` on.
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
  v.strictObject({ kind: v.literal('elements'), elements: ElementsSchema }),
  v.strictObject({ kind: v.literal('choice'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('judgement'), fact: KeySchema }),
  v.strictObject({ kind: v.literal('recorded'), fact: KeySchema }),
  v.strictObject({
    kind: v.literal('sample'),
    fact: KeySchema,
    draw: v.picklist(['random', 'consecutive']),
    size: v.optional(v.pipe(CountSchema, v.minValue(1))),
  }),
  v.strictObject({
    kind: v.literal('votes'),
    fact: KeySchema,
    answers: v.pipe(
      v.array(
        v.strictObject({
          answer: KeySchema,
          title: TextSchema,
          points: v.optional(PointsTextSchema),
        }),
      ),
      v.minLength(2),
      v.maxLength(50),
    ),
    places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  }),
  v.strictObject({
    kind: v.literal('ladder'),
    rungs: v.pipe(
      v.array(v.strictObject({ key: KeySchema, title: TextSchema, elements: ElementsSchema })),
      v.minLength(1),
      v.maxLength(10),
    ),
  }),
  v.strictObject({
    kind: v.literal('trend'),
    fact: KeySchema,
    previous: KeySchema,
    better: v.picklist(betters),
    enough: v.optional(LevelTextSchema),
  }),
  v.strictObject({
    kind: v.literal('light'),
    fact: KeySchema,
    better: v.picklist(betters),
    warn: LevelTextSchema,
    alarm: LevelTextSchema,
  }),
]);
export type ScoreMeasure = v.InferOutput<typeof ScoreMeasureSchema>;

/**
 * What the measure costs or earns. `fixed`: once, when a flag is not met (deduct) or met (add).
 * `per-element`: for each element not met (deduct) or met (add). `per-unit`: each beyond `beyond`.
 * `per-category`: a price for each severity or honour. `shortfall`: each below the minimum.
 * `per-step`: each step below or above a line; `steps` says whether a started step counts.
 * `target`: all or nothing. `tiers`: the first level reached, highest first. `proportional`: points
 * times the ratio, rounded half-up to `places`. `range`: a human's figure with a reason. `repeated`:
 * the first time of a problem, and each further time of the same one. `choices` prices an option, be
 * it chosen by a person or come out of a ladder, a trend or a light.
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
  v.strictObject({
    kind: v.literal('repeated'),
    first: PointsTextSchema,
    again: PointsTextSchema,
  }),
  v.strictObject({ kind: v.literal('range'), min: PointsTextSchema, max: PointsTextSchema }),
  v.strictObject({
    kind: v.literal('recorded'),
    min: v.optional(PointsTextSchema),
    max: PointsTextSchema,
  }),
]);
export type Price = v.InferOutput<typeof PriceSchema>;
