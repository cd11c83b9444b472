import * as v from 'valibot';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import { RecordableCriterionSchema } from './scoring.ts';
import {
  ReturnPointSchema,
  SubmissionDetailSchema,
  SubmissionIdSchema,
  SubmissionSummarySchema,
  submissionStates,
} from './submissions.ts';

export const ReviewIdSchema = idSchema('rev');

/** What a person looks at on a stamped scan; no machine recognises a stamp. */
export const stampChecks = ['clear', 'same-name', 'signed', 'in-period'] as const;

export type StampCheck = (typeof stampChecks)[number];

export const reviewDecisions = ['accept', 'return', 'hold', 'pass-on'] as const;

/** Why a reviewer may look at a filing and not decide on it (回避). */
export const reviewBars = ['recused', 'own-unit', 'own-work'] as const;
export type ReviewBar = (typeof reviewBars)[number];

export const DecideReviewSchema = v.variant('decision', [
  v.object({
    decision: v.literal('accept'),
    stampChecks: v.optional(v.array(v.picklist(stampChecks))),
    comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
  }),
  v.object({
    decision: v.literal('return'),
    points: v.pipe(v.array(ReturnPointSchema), v.minLength(1), v.maxLength(200)),
    /** A second return that names something the first did not: said and confirmed. */
    newPointsConfirmed: v.optional(v.boolean()),
  }),
  v.object({
    decision: v.literal('hold'),
    reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  }),
  v.object({
    decision: v.literal('pass-on'),
    office: KeySchema,
    reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  }),
]);
export type DecideReview = v.InferOutput<typeof DecideReviewSchema>;

/** `decision` is `undo` where the reviewer took back what was decided the same day. */
export const ReviewSchema = v.object({
  id: ReviewIdSchema,
  submissionId: v.string(),
  revision: v.number(),
  decision: v.picklist([...reviewDecisions, 'undo']),
  points: v.array(ReturnPointSchema),
  office: v.string(),
  reviewerPost: v.string(),
  round: v.number(),
  comment: v.optional(v.string()),
  undone: v.boolean(),
  at: InstantSchema,
});
export type Review = v.InferOutput<typeof ReviewSchema>;

export const ReviewQueueRowSchema = v.object({
  ...SubmissionSummarySchema.entries,
  /** Natural days since it was filed. */
  waitingDays: v.number(),
  barred: v.optional(v.picklist(reviewBars)),
});
export type ReviewQueueRow = v.InferOutput<typeof ReviewQueueRowSchema>;

export const ReviewQueueSchema = v.object({
  asOf: InstantSchema,
  total: v.number(),
  rows: v.array(ReviewQueueRowSchema),
  next: v.optional(v.string()),
});
export type ReviewQueue = v.InferOutput<typeof ReviewQueueSchema>;

export const ReviewCaseSchema = v.object({
  submission: SubmissionDetailSchema,
  version: VersionSchema,
  barred: v.optional(v.picklist(reviewBars)),
  /** The task asks for a stamped scan: accepting needs all four ticks. */
  needsStampChecks: v.boolean(),
  /** Offices of the campaign it can be passed on to. */
  offices: v.array(v.object({ key: v.string(), title: v.string() })),
  /** Against the revision before; `deliverables/<key>` for files of the list of materials. */
  changedPaths: v.array(v.string()),
  earlier: v.array(ReviewSchema),
  /** The decision that this reviewer can still take back today. */
  undoable: v.optional(v.object({ reviewId: ReviewIdSchema, decision: v.string() })),
  /** 同一问题去年也退过: returns of the same task of the same unit in other periods. */
  returnedBefore: v.array(
    v.object({ occurrence: v.string(), at: InstantSchema, points: v.array(ReturnPointSchema) }),
  ),
  cannedReasons: v.array(v.string()),
  criteria: v.array(RecordableCriterionSchema),
});
export type ReviewCase = v.InferOutput<typeof ReviewCaseSchema>;

export const ReviewDecidedSchema = v.object({
  id: SubmissionIdSchema,
  state: v.picklist(submissionStates),
  version: VersionSchema,
  reviewId: ReviewIdSchema,
  round: v.number(),
});
export type ReviewDecided = v.InferOutput<typeof ReviewDecidedSchema>;

/** 回避: the reviewer keeps away from a unit, and says why. */
export const RecuseSchema = v.object({
  organizationId: OrganizationIdSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
});
export const RecusedSchema = v.object({ organizationId: OrganizationIdSchema });
