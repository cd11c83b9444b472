import * as v from 'valibot';
import { DateRuleSchema } from './dates.ts';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/**
 * What may be counted of a register: 登记数, 到期数, 整改率, 销号率, 受理数, 办结率, 按期办结率, 查办率,
 * 回复率,
 * and how many of the units have an entry (全覆盖). What is not yet due stands in no denominator.
 */
export const registerStatistics = [
  'entries',
  'due',
  'rectification-rate',
  'closing-rate',
  'accepted',
  'completion-rate',
  'on-time-completion-rate',
  'verification-rate',
  'reply-rate',
  'unit-coverage',
] as const;
export type RegisterStatistic = (typeof registerStatistics)[number];

/** What a figure is counted from. Figures of systems elsewhere are imported, never typed again. */
export const MeasureSchema = v.variant('kind', [
  v.object({
    kind: v.literal('filings'),
    statistic: v.picklist(['on-time', 'first-pass', 'rectified-after-return']),
  }),
  v.object({
    kind: v.literal('answers'),
    form: KeySchema,
    numerator: KeySchema,
    denominator: v.optional(KeySchema),
  }),
  v.object({
    kind: v.literal('register'),
    register: KeySchema,
    statistic: v.picklist(registerStatistics),
  }),
  v.object({ kind: v.literal('import'), system: v.string() }),
]);

/** A ratio in lowest honest terms: two integers, compared by cross-multiplication. */
export const RatioSchema = v.object({
  numerator: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  denominator: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type Ratio = v.InferOutput<typeof RatioSchema>;

export const IndicatorSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  clause: v.optional(KeySchema),
  form: v.picklist(['ratio', 'count', 'mean', 'value']),
  definition: TextSchema,
  numerator: v.optional(TextSchema),
  denominator: v.optional(TextSchema),
  unit: TextSchema,
  measure: MeasureSchema,
  direction: v.picklist(['higher', 'lower', 'trend']),
  target: v.optional(RatioSchema),
  minimum: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** 截至: the moment as of which it is counted; the end of the reporting period unless given. */
  cutOff: v.optional(DateRuleSchema),
  /** Values at which a light turns: 提醒 and 预警, as exact shares (R46). */
  lights: v.optional(v.object({ warn: RatioSchema, alarm: RatioSchema })),
  /** 抽查核实: the least share of declared figures that the authority looks at itself. */
  verificationShare: v.optional(RatioSchema),
  source: SourceSchema,
});
export type Indicator = v.InferOutput<typeof IndicatorSchema>;

export const crosswalkMatches = ['same', 'near', 'substitute'] as const;

/** Which local indicator answers a shared one, and how nearly. */
export const CrosswalkSchema = v.object({
  common: KeySchema,
  indicator: KeySchema,
  match: v.picklist(crosswalkMatches),
  note: v.optional(TextSchema),
});
export type Crosswalk = v.InferOutput<typeof CrosswalkSchema>;
