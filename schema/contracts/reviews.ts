import * as v from 'valibot';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import {
  ReturnPointSchema,
  SubmissionDetailSchema,
  SubmissionSummarySchema,
} from './submissions.ts';

export const ReviewIdSchema = idSchema('rev');

/** What a person looks at on a stamped scan; no machine recognises a stamp. */
export const stampChecks = ['clear', 'same-name', 'signed', 'in-period'] as const;

export const reviewDecisions = ['accept', 'return', 'hold', 'pass-on'] as const;

export const DecideReviewSchema = v.variant('decision', [
  v.object({
    decision: v.literal('accept'),
    stampChecks: v.optional(v.array(v.picklist(stampChecks))),
    comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
  }),
  v.object({
    decision: v.literal('return'),
    points: v.pipe(v.array(ReturnPointSchema), v.minLength(1)),
    /** A second return that names something the first did not: said and confirmed. */
    newPointsConfirmed: v.optional(v.boolean()),
  }),
  v.object({
    decision: v.literal('hold'),
    reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  }),
  v.object({
    decision: v.literal('pass-on'),
    office: v.string(),
    reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  }),
]);
export type DecideReview = v.InferOutput<typeof DecideReviewSchema>;

export const ReviewSchema = v.object({
  id: ReviewIdSchema,
  submissionId: v.string(),
  revision: v.number(),
  decision: v.picklist(reviewDecisions),
  points: v.array(ReturnPointSchema),
  office: v.string(),
  reviewerPost: v.string(),
  round: v.number(),
  comment: v.optional(v.string()),
  at: InstantSchema,
});
export type Review = v.InferOutput<typeof ReviewSchema>;

export const ReviewQueueSchema = v.object({
  asOf: InstantSchema,
  total: v.number(),
  rows: v.array(SubmissionSummarySchema),
  next: v.optional(v.string()),
});

export const ReviewCaseSchema = v.object({
  submission: SubmissionDetailSchema,
  version: VersionSchema,
  changedPaths: v.array(v.string()),
  earlier: v.array(ReviewSchema),
  cannedReasons: v.array(v.string()),
  criteria: v.array(
    v.object({
      scorecard: v.string(),
      criterion: v.string(),
      title: v.string(),
      words: v.string(),
      points: v.number(),
      remaining: v.number(),
    }),
  ),
});
