import * as v from 'valibot';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const DeductionIdSchema = idSchema('ded');

/** A deduction by exception: everything not listed keeps its full points. `amount` in 1/10,000 point. */
export const RecordDeductionSchema = v.object({
  campaignId: v.string(),
  organizationId: v.string(),
  scorecard: v.string(),
  criterion: v.string(),
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  submissionId: v.optional(v.string()),
});

export const DeductionSchema = v.object({
  id: DeductionIdSchema,
  ...RecordDeductionSchema.entries,
  recordedByPost: v.string(),
  recordedAt: InstantSchema,
  state: v.picklist(['standing', 'withdrawn']),
  withdrawnReason: v.optional(v.string()),
  version: VersionSchema,
});
export type Deduction = v.InferOutput<typeof DeductionSchema>;
