import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PointsTextSchema } from './score-numbers.ts';
import { TextSchema } from './text.ts';

const SafeCountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const QuantitySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/** Who put it on record, as a post, and what proves it. */
const record = {
  recordedBy: v.optional(v.string()),
  materials: v.optional(v.array(v.string())),
};

/**
 * One thing that happened. `reason` is the part a reader wants in brackets (9月30日应报，10月8日报);
 * `points` only where the rule lets the recorder price the exception himself. `about` names the
 * problem it concerns, so that the same problem again can be told; `handedInOn` is the day on which
 * the unit came forward with it.
 */
export const ScoreEventSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  on: v.optional(v.pipe(v.string(), v.isoDate())),
  quantity: v.optional(QuantitySchema),
  category: v.optional(KeySchema),
  points: v.optional(PointsTextSchema),
  reason: TextSchema,
  clause: v.optional(KeySchema),
  source: v.optional(v.string()),
  about: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  handedInOn: v.optional(v.pipe(v.string(), v.isoDate())),
  ...record,
});
export type ScoreEvent = v.InferOutput<typeof ScoreEventSchema>;

export const ScoreFactSchema = v.variant('kind', [
  v.object({ kind: v.literal('events'), events: v.array(ScoreEventSchema) }),
  v.object({ kind: v.literal('count'), count: SafeCountSchema, ...record }),
  /** 应…／实…: two integers, never a quotient. A denominator of 0 means there was nothing to do. */
  v.object({
    kind: v.literal('ratio'),
    numerator: SafeCountSchema,
    denominator: SafeCountSchema,
    ...record,
  }),
  v.object({
    kind: v.literal('value'),
    value: v.pipe(v.string(), v.regex(/^-?\d{1,9}(\.\d{1,4})?$/)),
    ...record,
  }),
  v.object({
    kind: v.literal('flag'),
    met: v.boolean(),
    reason: v.optional(TextSchema),
    ...record,
  }),
  v.object({
    kind: v.literal('choice'),
    choice: KeySchema,
    reason: v.optional(TextSchema),
    ...record,
  }),
  /** A human's figure inside the range the rule allows; nothing counts without a reason. */
  v.object({
    kind: v.literal('judgement'),
    points: PointsTextSchema,
    reason: TextSchema,
    ...record,
  }),
  /** 抽查: of `population` so many were `checked`; each finding is one of them (or more) at fault. */
  v.object({
    kind: v.literal('sample'),
    population: SafeCountSchema,
    checked: SafeCountSchema,
    findings: v.array(ScoreEventSchema),
    ...record,
  }),
  /** Answers by kind, as they were counted. */
  v.object({
    kind: v.literal('votes'),
    counts: v.array(v.object({ answer: KeySchema, count: SafeCountSchema })),
    ...record,
  }),
  /** Declared not applicable by a person: the item neither loses nor gains. */
  v.object({ kind: v.literal('not-applicable'), reason: TextSchema, ...record }),
]);
export type ScoreFact = v.InferOutput<typeof ScoreFactSchema>;

/** The facts of one subject in one period, by fact key. */
export type ScoreFacts = Readonly<Record<string, ScoreFact>>;
