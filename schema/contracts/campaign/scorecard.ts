import * as v from 'valibot';
import { ConditionSchema } from './condition.ts';
import { KeySchema, type Key } from './keys.ts';
import { PercentTextSchema, PointsTextSchema, SignedPointsTextSchema } from './score-numbers.ts';
import { PriceSchema, ScoreMeasureSchema } from './score-rule.ts';
import { SourceSchema, type Source } from './source.ts';
import { TextSchema, type Text } from './text.ts';

export const scoreEffects = ['deduct', 'add'] as const;
export const capPeriods = ['month', 'quarter', 'half-year', 'year'] as const;

/** Whoever comes forward inside the window is not charged with what he hands in (R33). */
export const LeniencySchema = v.strictObject({
  from: v.pipe(v.string(), v.isoDate()),
  to: v.pipe(v.string(), v.isoDate()),
  words: v.optional(v.string()),
  source: v.optional(SourceSchema),
});
export type Leniency = v.InferOutput<typeof LeniencySchema>;

/**
 * One 评分标准: what is measured, what it costs or earns, and how much at most. `cap` binds this rule
 * alone, `periodCap` each calendar period of it, `kind` joins it to a cap across the whole scorecard.
 * `missing` says what an absent fact means: nothing to count, or still to be measured.
 */
export const ScoreRuleSchema = v.strictObject({
  key: KeySchema,
  effect: v.picklist(scoreEffects),
  measure: ScoreMeasureSchema,
  price: PriceSchema,
  noun: v.optional(TextSchema),
  unit: v.optional(TextSchema),
  cap: v.optional(PointsTextSchema),
  periodCap: v.optional(v.strictObject({ every: v.picklist(capPeriods), cap: PointsTextSchema })),
  kind: v.optional(KeySchema),
  missing: v.optional(v.picklist(['none', 'pending'])),
  leniency: v.optional(LeniencySchema),
  words: v.optional(v.string()),
  source: v.optional(SourceSchema),
});
export type ScoreRule = v.InferOutput<typeof ScoreRuleSchema>;

/** No written proof, no points (R17): the fact that shows whether the proof is there. */
export const EvidenceGateSchema = v.strictObject({ fact: KeySchema, title: TextSchema });

/**
 * `account`: `base` items make up the full points; `bonus` items stand apart and add up to `points`;
 * `penalty` items hold no points and take at most `points` off the total.
 */
export const scoreAccounts = ['base', 'bonus', 'penalty'] as const;

/**
 * An item (考评项目). `start`: from full points downward, or earned from zero. `cap`: most that may be
 * deducted; `floor`: least score. `applies` false means no deduction and no bonus either (R14).
 * `events`: one event counts once inside the item (R5) unless every rule may use it.
 */
export const CriterionSchema = v.strictObject({
  type: v.literal('criterion'),
  key: KeySchema,
  title: TextSchema,
  points: PointsTextSchema,
  account: v.picklist(scoreAccounts),
  start: v.picklist(['full', 'zero']),
  core: v.optional(v.boolean()),
  clause: v.optional(KeySchema),
  rules: v.pipe(v.array(ScoreRuleSchema), v.minLength(1), v.maxLength(20)),
  cap: v.optional(PointsTextSchema),
  floor: v.optional(SignedPointsTextSchema),
  applies: v.optional(ConditionSchema),
  evidence: v.optional(EvidenceGateSchema),
  events: v.optional(v.picklist(['once', 'each-rule'])),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type Criterion = v.InferOutput<typeof CriterionSchema>;

/** 一级、二级 …: `points` is the sum of its base items. Caps bind the sums of its children. */
export type ScoreGroup = {
  type: 'group';
  key: Key;
  title: Text;
  points: string;
  clause?: Key | undefined;
  deductionCap?: string | undefined;
  bonusCap?: string | undefined;
  words?: string | undefined;
  source?: Source | undefined;
  children: ScoreNode[];
};
export type ScoreNode = ScoreGroup | Criterion;

export const ScoreGroupSchema: v.GenericSchema<ScoreGroup> = v.strictObject({
  type: v.literal('group'),
  key: KeySchema,
  title: TextSchema,
  points: PointsTextSchema,
  clause: v.optional(KeySchema),
  deductionCap: v.optional(PointsTextSchema),
  bonusCap: v.optional(PointsTextSchema),
  words: v.optional(v.string()),
  source: v.optional(SourceSchema),
  children: v.pipe(v.array(v.lazy(() => ScoreNodeSchema)), v.minLength(1)),
});
export const ScoreNodeSchema: v.GenericSchema<ScoreNode> = v.union([
  CriterionSchema,
  v.lazy(() => ScoreGroupSchema),
]);

/** A cap over all rules of one kind, wherever they stand (R16). */
export const KindCapSchema = v.strictObject({
  kind: KeySchema,
  title: TextSchema,
  effect: v.picklist(scoreEffects),
  cap: PointsTextSchema,
  source: v.optional(SourceSchema),
});

/** An event that caps the grade (R24, R25). A fact that is absent has not happened. */
export const VetoSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  fact: KeySchema,
  gradeAtMost: KeySchema,
  leniency: v.optional(LeniencySchema),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type Veto = v.InferOutput<typeof VetoSchema>;

/** `deductions` are all points taken off, `core` is the score of the items marked ★. */
export const gradeMetrics = ['total', 'base', 'bonus', 'deductions', 'core'] as const;
export type GradeMetric = (typeof gradeMetrics)[number];

export const gradeOperators = ['lt', 'le', 'gt', 'ge', 'eq'] as const;
export type GradeOperator = (typeof gradeOperators)[number];

/** `value` is in points, `share` a percentage of the most that the metric can reach (R35). */
export type GradeCondition =
  | { metric: GradeMetric; op: GradeOperator; value: string }
  | { metric: GradeMetric; op: GradeOperator; share: string }
  | { veto: boolean }
  | { all: GradeCondition[] }
  | { any: GradeCondition[] }
  | { not: GradeCondition };

export const GradeConditionSchema: v.GenericSchema<GradeCondition> = v.union([
  v.strictObject({
    metric: v.picklist(gradeMetrics),
    op: v.picklist(gradeOperators),
    value: SignedPointsTextSchema,
  }),
  v.strictObject({
    metric: v.picklist(gradeMetrics),
    op: v.picklist(gradeOperators),
    share: PercentTextSchema,
  }),
  v.strictObject({ veto: v.boolean() }),
  v.strictObject({ all: v.array(v.lazy(() => GradeConditionSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => GradeConditionSchema)) }),
  v.strictObject({ not: v.lazy(() => GradeConditionSchema) }),
]);

/**
 * Grades from best to worst, each with all its conditions at once (R34). The best grade that holds
 * is given; a grade that `overrides` is looked at before all others (“或有一票否决情形的”).
 */
export const GradeTableSchema = v.strictObject({
  grades: v.pipe(
    v.array(
      v.strictObject({
        key: KeySchema,
        title: TextSchema,
        when: GradeConditionSchema,
        overrides: v.optional(v.boolean()),
      }),
    ),
    v.minLength(2),
    v.maxLength(12),
  ),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type GradeTable = v.InferOutput<typeof GradeTableSchema>;

/**
 * 考评细则. `points` is the full base score, `bonusPoints` the most that can be added. `total` bounds
 * the final score; `rounding` is the one place where a score is rounded (half-up, last step).
 */
export const ScorecardSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  points: PointsTextSchema,
  bonusPoints: v.optional(PointsTextSchema),
  clause: v.optional(KeySchema),
  children: v.pipe(v.array(ScoreNodeSchema), v.minLength(1)),
  kindCaps: v.optional(v.array(KindCapSchema)),
  vetoes: v.optional(v.array(VetoSchema)),
  grades: v.optional(GradeTableSchema),
  total: v.optional(
    v.strictObject({
      floor: v.optional(SignedPointsTextSchema),
      cap: v.optional(PointsTextSchema),
    }),
  ),
  rounding: v.optional(
    v.strictObject({ places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)) }),
  ),
  note: v.optional(TextSchema),
  source: SourceSchema,
});
export type Scorecard = v.InferOutput<typeof ScorecardSchema>;
