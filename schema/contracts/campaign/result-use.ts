import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PointsTextSchema } from './score-numbers.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/** What a use is about: a veto or a grade of a scorecard, a band of a ledger, one heavy record. */
export const UsedResultSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('veto'), scorecard: KeySchema, veto: KeySchema }),
  v.strictObject({
    kind: v.literal('grade'),
    scorecard: KeySchema,
    grades: v.pipe(v.array(KeySchema), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('band'),
    ledger: KeySchema,
    bands: v.pipe(v.array(KeySchema), v.minLength(1)),
  }),
  v.strictObject({ kind: v.literal('single'), ledger: KeySchema, atLeast: PointsTextSchema }),
]);

/**
 * 结果运用 (R25, R50): what one result means in another decision, and for how many months from the
 * day it was decided; without `months` it has no end. The other decision is made elsewhere.
 */
export const ResultUseSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  when: UsedResultSchema,
  decision: KeySchema,
  effect: v.picklist(['veto', 'defer', 'lower', 'inform']),
  months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type ResultUse = v.InferOutput<typeof ResultUseSchema>;

/** A result as it stands on record: of which card or ledger, what came out, and since when. */
export const RecordedResultSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  kind: v.picklist(['veto', 'grade', 'band', 'single']),
  of: KeySchema,
  outcome: v.optional(KeySchema),
  points: v.optional(PointsTextSchema),
  on: v.pipe(v.string(), v.isoDate()),
  withdrawnOn: v.optional(v.pipe(v.string(), v.isoDate())),
  reason: TextSchema,
});
export type RecordedResult = v.InferOutput<typeof RecordedResultSchema>;
