import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { LevelTextSchema, PointsTextSchema } from './score-numbers.ts';
import { capPeriods, gradeMetrics } from './scorecard.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

const TimesSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));

/**
 * When somebody should look (R47). `frequency`: so many events in one calendar period, of each
 * category or about each problem apart where `apart` says so. `rate`: a ratio or figure beyond a
 * level, `running` so many periods one after the other. `score`, `grade`: what a sheet came to.
 */
export const AlertConditionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('frequency'),
    fact: KeySchema,
    categories: v.optional(v.pipe(v.array(KeySchema), v.minLength(1))),
    apart: v.optional(v.picklist(['category', 'about'])),
    atLeast: TimesSchema,
    every: v.picklist(capPeriods),
  }),
  v.strictObject({
    kind: v.literal('rate'),
    fact: KeySchema,
    side: v.picklist(['below', 'above']),
    level: LevelTextSchema,
    running: v.optional(TimesSchema),
  }),
  v.strictObject({
    kind: v.literal('score'),
    scorecard: KeySchema,
    metric: v.picklist(gradeMetrics),
    side: v.picklist(['below', 'above']),
    value: PointsTextSchema,
  }),
  v.strictObject({
    kind: v.literal('grade'),
    scorecard: KeySchema,
    grades: v.pipe(v.array(KeySchema), v.minLength(1)),
  }),
]);

/** A rule that proposes a measure to a post; it never does anything by itself. */
export const AlertRuleSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  when: AlertConditionSchema,
  proposal: v.strictObject({ measure: TextSchema, post: TextSchema }),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type AlertRule = v.InferOutput<typeof AlertRuleSchema>;

/** What the named post decided on a proposal; declining it needs a reason. */
export const ProposalDecisionSchema = v.object({
  by: v.pipe(v.string(), v.minLength(1)),
  on: v.pipe(v.string(), v.isoDate()),
  accepts: v.boolean(),
  reason: v.optional(TextSchema),
});
export type ProposalDecision = v.InferOutput<typeof ProposalDecisionSchema>;
