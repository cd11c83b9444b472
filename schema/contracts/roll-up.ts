import * as v from 'valibot';
import { relationKinds } from './campaign/audience.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema } from './ids.ts';

/** 已审 · 代报（已审） · 未审 · 未报（不计入） · 免报 */
export const cellStates = ['accepted', 'on-behalf', 'waiting', 'missing', 'exempt'] as const;
export type CellState = (typeof cellStates)[number];

/** A whole number as a number, a decimal or money as its text. */
export const FigureSchema = v.union([
  v.pipe(v.number(), v.safeInteger()),
  v.pipe(v.string(), v.regex(/^-?\d{1,20}(\.\d{1,8})?$/)),
]);
export type Figure = v.InferOutput<typeof FigureSchema>;

const FiguresSchema = v.record(v.string(), FigureSchema);

/** One unit below, with what its accepted filing gives to each sum. */
export const RollUpUnitSchema = v.object({
  submissionId: v.string(),
  organizationId: v.string(),
  organizationName: v.string(),
  state: v.picklist(cellStates),
  onBehalf: v.boolean(),
  nil: v.boolean(),
  revision: v.number(),
  figures: FiguresSchema,
});
export type RollUpUnit = v.InferOutput<typeof RollUpUnitSchema>;

/** 应报 = 已报 + 未报 + 免报, where 已报 = 已审 + 代报 + 未审. */
export const RollUpCountsSchema = v.object({
  due: v.number(),
  filed: v.number(),
  accepted: v.number(),
  onBehalf: v.number(),
  waiting: v.number(),
  missing: v.number(),
  exempt: v.number(),
});
export type RollUpCounts = v.InferOutput<typeof RollUpCountsSchema>;

/**
 * A figure of the filing beside its sum: `open` is not taken yet, `unexplained` differs without a
 * reason and keeps the filing from leaving.
 */
export const RollUpFigureSchema = v.object({
  field: v.string(),
  sum: FigureSchema,
  figure: v.optional(FigureSchema),
  reason: v.optional(v.string()),
  standing: v.picklist(['open', 'same', 'adjusted', 'unexplained']),
});
export type RollUpFigure = v.InferOutput<typeof RollUpFigureSchema>;

/** The cells that a filing was made from, kept with its revision. */
export const FrozenRollUpSchema = v.object({
  at: InstantSchema,
  units: v.array(RollUpUnitSchema),
  counts: RollUpCountsSchema,
  figures: v.array(RollUpFigureSchema),
});
export type FrozenRollUp = v.InferOutput<typeof FrozenRollUpSchema>;

export const RollUpTableSchema = v.object({
  asOf: InstantSchema,
  task: v.object({ key: v.string(), title: TextSchema }),
  relation: v.picklist(relationKinds),
  fields: v.array(
    v.object({
      field: v.string(),
      label: TextSchema,
      unit: v.optional(v.string()),
      by: v.picklist(['sum', 'filings']),
      /** Worked out by the form itself from other figures: nothing to take or adjust. */
      computed: v.boolean(),
    }),
  ),
  units: v.array(RollUpUnitSchema),
  counts: RollUpCountsSchema,
  figures: v.array(RollUpFigureSchema),
  /** As it was filed, newest revision; what changed below since then shows against `units`. */
  filed: v.optional(v.object({ revision: v.number(), ...FrozenRollUpSchema.entries })),
});
export type RollUpTable = v.InferOutput<typeof RollUpTableSchema>;

/** 更新汇总数: every figure becomes its sum as of now, but for those adjusted here, each with why. */
export const TakeSumsSchema = v.object({
  adjustments: v.pipe(
    v.array(
      v.object({
        field: KeySchema,
        figure: FigureSchema,
        reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
      }),
    ),
    v.maxLength(100),
  ),
});
export type TakeSums = v.InferOutput<typeof TakeSumsSchema>;
