import * as v from 'valibot';
import { AudienceSchema, relationKinds } from './audience.ts';
import { DateRuleSchema, RecurrenceSchema } from './dates.ts';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/** An office that receives filings: a title of the tenant's own, never a person. */
export const OfficeSchema = v.object({
  key: KeySchema,
  title: v.string(),
  inferred: v.optional(v.boolean()),
});
export type Office = v.InferOutput<typeof OfficeSchema>;

export const signOffPosts = ['filler', 'department-head', 'deputy-head', 'head'] as const;
export type SignOffPost = (typeof signOffPosts)[number];

/** What must arrive beside the answers: a stamped scan, a paper copy, a free attachment. */
export const DeliverableSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  kind: v.picklist(['stamped-scan', 'paper', 'attachment']),
  required: v.boolean(),
  copies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
});
export type Deliverable = v.InferOutput<typeof DeliverableSchema>;

/**
 * 汇总上报: the units below file `task`; this filing adds up what was accepted. `sums` says which field
 * here takes the sum of which field there; every other field is the unit's own narrative. A figure
 * that differs from its sum needs a reason.
 */
export const RollUpSchema = v.object({
  task: KeySchema,
  relation: v.picklist(relationKinds),
  sums: v.pipe(
    v.array(
      v.object({
        field: KeySchema,
        of: KeySchema,
        by: v.optional(v.picklist(['sum', 'filings'])),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
});
export type RollUp = v.InferOutput<typeof RollUpSchema>;

/** Sections of the form that a department of the unit fills, with its own day inside the unit. */
export const PartSchema = v.object({
  section: KeySchema,
  post: v.string(),
  daysBefore: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(90))),
});

/**
 * What an audience must do. Either `due` (once) or `recurs`. `minutes` is the office's estimate of
 * the work of one filing and feeds the 负担测算.
 */
export const TaskSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  clause: KeySchema,
  phase: v.optional(KeySchema),
  audience: AudienceSchema,
  due: v.optional(DateRuleSchema),
  recurs: v.optional(RecurrenceSchema),
  to: KeySchema,
  form: KeySchema,
  deliverables: v.optional(v.array(DeliverableSchema)),
  signOff: v.pipe(v.array(v.picklist(signOffPosts)), v.minLength(1)),
  nilReturn: v.optional(v.boolean()),
  rollUp: v.optional(RollUpSchema),
  parts: v.optional(v.array(PartSchema)),
  /**
   * Which one counts when the paper and its scan differ; the paper unless said otherwise. Where it is
   * said that the paper prevails, the filing counts as filed on the day the paper arrived; where the
   * scan does, the paper only follows and nothing waits for it.
   */
  prevails: v.optional(v.picklist(['paper', 'scan'])),
  /**
   * 双人复核: accepted only where two different people found it in order, each without the other's
   * view; where they differ, a third person decides.
   */
  review: v.optional(v.object({ double: v.literal(true) })),
  /** Set in a lower campaign: the item of the upper one that this carries out. */
  inherits: v.optional(KeySchema),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  guidance: v.optional(TextSchema),
  source: SourceSchema,
});
export type Task = v.InferOutput<typeof TaskSchema>;
