import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

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
  v.object({ kind: v.literal('register'), register: KeySchema, statistic: v.string() }),
  v.object({ kind: v.literal('import'), system: v.string() }),
]);

/** A ratio in lowest honest terms: two integers, compared by cross-multiplication. */
export const RatioSchema = v.object({
  numerator: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  denominator: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

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

/** A list of cases the campaign speaks of. Its form and workflow follow with the register itself. */
export const RegisterSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  noun: TextSchema,
  clause: KeySchema,
  sealed: v.optional(v.boolean()),
  source: SourceSchema,
});
export type Register = v.InferOutput<typeof RegisterSchema>;
