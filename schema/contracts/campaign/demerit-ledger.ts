import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { PercentTextSchema, PointsTextSchema } from './score-numbers.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

const DaySchema = v.pipe(v.string(), v.isoDate());

/** A severity and its points; `penalty` says that a penalty is due beside them, never instead. */
const DemeritTierSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  points: PointsTextSchema,
  penalty: v.optional(v.boolean()),
  words: v.optional(v.string()),
  source: v.optional(SourceSchema),
});

/**
 * What so many points lead to. One lower and one upper end, each with or without its own figure;
 * `cycles` adds up so many cycles, the running one included (三年累计).
 */
export const DemeritBandSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  atLeast: v.optional(PointsTextSchema),
  above: v.optional(PointsTextSchema),
  below: v.optional(PointsTextSchema),
  atMost: v.optional(PointsTextSchema),
  cycles: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
  consequence: v.optional(TextSchema),
  words: v.optional(v.string()),
  source: v.optional(SourceSchema),
});
export type DemeritBand = v.InferOutput<typeof DemeritBandSchema>;

/**
 * 不良行为记分: points gathered over a cycle. `counted`: once an incident, or by each person (or
 * specialty) concerned. A cycle starts with the calendar or on the subject's own day (licence,
 * verification); points go back to zero with each cycle, and on each of the `resets`.
 */
export const DemeritLedgerSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  clause: v.optional(KeySchema),
  subject: v.picklist(['person', 'unit']),
  counted: v.picklist(['incident', 'person-time', 'specialty-time']),
  tiers: v.pipe(v.array(DemeritTierSchema), v.minLength(1), v.maxLength(20)),
  cycle: v.strictObject({
    months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    start: v.picklist(['calendar', 'subject-day']),
    resets: v.optional(v.array(v.strictObject({ key: KeySchema, title: TextSchema }))),
  }),
  bands: v.pipe(v.array(DemeritBandSchema), v.maxLength(20)),
  /** 同步到科室: the share of each person's points that his department is charged with. */
  rollUp: v.optional(v.strictObject({ to: TextSchema, share: PercentTextSchema })),
  words: v.optional(v.string()),
  source: SourceSchema,
});
export type DemeritLedger = v.InferOutput<typeof DemeritLedgerSchema>;

/** One record; `penalty` cites the decision that was made beside it. */
export const DemeritEntrySchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  on: DaySchema,
  subject: v.pipe(v.string(), v.minLength(1)),
  tier: KeySchema,
  quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  reason: TextSchema,
  clause: v.optional(KeySchema),
  penalty: v.optional(v.pipe(v.string(), v.minLength(1))),
  department: v.optional(v.pipe(v.string(), v.minLength(1))),
});
export type DemeritEntry = v.InferOutput<typeof DemeritEntrySchema>;

/** Whose ledger it is: the day his own cycles run from, and what has set them back to zero. */
export const DemeritSubjectSchema = v.object({
  subject: v.pipe(v.string(), v.minLength(1)),
  startsOn: v.optional(DaySchema),
  resets: v.optional(v.array(v.object({ on: DaySchema, by: KeySchema }))),
});
export type DemeritSubject = v.InferOutput<typeof DemeritSubjectSchema>;
