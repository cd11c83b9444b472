import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { scoreAccounts, scoreEffects } from './scorecard.ts';
import { SourceSchema } from './source.ts';
import { TextSchema, type Text } from './text.ts';

/** All figures of a sheet are integers of 1/10,000 point. */
const UnitsSchema = v.pipe(v.number(), v.safeInteger());

export const boundKinds = [
  'rule-cap',
  'period-cap',
  'item-cap',
  'floor',
  'evidence',
  'kind-cap',
  'group-cap',
  'total-floor',
  'total-cap',
  'rounding',
] as const;

/** A limit that bound. `change` is what it did to the score: a cap on deductions raises it. */
export const ScoreBoundSchema = v.object({
  kind: v.picklist(boundKinds),
  rule: v.optional(KeySchema),
  limit: UnitsSchema,
  change: UnitsSchema,
});
export type ScoreBound = v.InferOutput<typeof ScoreBoundSchema>;

/**
 * One reason. `amount` is what the standard says, `counted` what is left of it after the caps; the
 * counted amounts of an item's lines make up its deduction (or, where points are earned, its score).
 */
export const ScoreLineSchema = v.object({
  rule: KeySchema,
  effect: v.picklist(scoreEffects),
  amount: UnitsSchema,
  counted: UnitsSchema,
  reason: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  eventIds: v.array(v.string()),
  materials: v.array(v.string()),
  recordedBy: v.array(v.string()),
});
export type ScoreLine = v.InferOutput<typeof ScoreLineSchema>;

export const scoreStates = ['scored', 'pending', 'not-applicable'] as const;

/** `score` = `full` − `deduction` + `bonus`, and each of them is the sum over the children. */
export type SheetNode = {
  type: 'group' | 'criterion';
  key: string;
  title: Text;
  account: (typeof scoreAccounts)[number];
  state: (typeof scoreStates)[number];
  full: number;
  deduction: number;
  bonus: number;
  score: number;
  lines: ScoreLine[];
  bounds: ScoreBound[];
  note?: Text | undefined;
  children: SheetNode[];
};
export const SheetNodeSchema: v.GenericSchema<SheetNode> = v.object({
  type: v.picklist(['group', 'criterion']),
  key: KeySchema,
  title: TextSchema,
  account: v.picklist(scoreAccounts),
  state: v.picklist(scoreStates),
  full: UnitsSchema,
  deduction: UnitsSchema,
  bonus: UnitsSchema,
  score: UnitsSchema,
  lines: v.array(ScoreLineSchema),
  bounds: v.array(ScoreBoundSchema),
  note: v.optional(TextSchema),
  children: v.array(v.lazy(() => SheetNodeSchema)),
});

const GradeSchema = v.object({ key: KeySchema, title: TextSchema });

/** The result for one subject. While anything is `pending` the sheet is not complete and has no grade. */
export const ScoreSheetSchema = v.object({
  scorecard: KeySchema,
  complete: v.boolean(),
  full: UnitsSchema,
  base: UnitsSchema,
  deductions: UnitsSchema,
  bonus: UnitsSchema,
  core: UnitsSchema,
  final: UnitsSchema,
  grade: v.nullable(GradeSchema),
  gradeBeforeVeto: v.nullable(GradeSchema),
  vetoes: v.array(
    v.object({
      key: KeySchema,
      title: TextSchema,
      gradeAtMost: KeySchema,
      reason: TextSchema,
      words: v.optional(v.string()),
      source: SourceSchema,
      eventIds: v.array(v.string()),
    }),
  ),
  pending: v.array(v.object({ criterion: KeySchema, reason: TextSchema })),
  bounds: v.array(ScoreBoundSchema),
  tree: v.array(SheetNodeSchema),
});
export type ScoreSheet = v.InferOutput<typeof ScoreSheetSchema>;
