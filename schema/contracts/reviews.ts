import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import {
  ColleagueSchema,
  DoubleReviewSchema,
  OpinionSchema,
  doubleStates,
} from './review-opinions.ts';
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
  /** Where the task asks for two reviewers: how far they are. */
  double: v.optional(v.picklist(doubleStates)),
  /** The two differ, and this reader may decide between them. */
  mayRule: v.optional(v.literal(true)),
});
export type ReviewQueueRow = v.InferOutput<typeof ReviewQueueRowSchema>;

export const ReviewQueueSchema = v.object({
  asOf: InstantSchema,
  total: v.number(),
  rows: v.array(ReviewQueueRowSchema),
  next: v.optional(v.string()),
});
export type ReviewQueue = v.InferOutput<typeof ReviewQueueSchema>;

/**
 * `other-period`: dated outside the period of the filing; `other-year-named`: its name says another
 * year; `filed-before`: the very file came with an earlier filing of the task.
 */
export const EvidenceDoubtSchema = v.object({
  evidenceId: v.string(),
  doubt: v.picklist(['other-period', 'other-year-named', 'filed-before']),
  from: v.optional(DaySchema),
  to: v.optional(DaySchema),
  year: v.optional(v.number()),
  occurrence: v.optional(v.string()),
  campaignTitle: v.optional(v.string()),
});
export type EvidenceDoubt = v.InferOutput<typeof EvidenceDoubtSchema>;

export const ReviewCaseSchema = v.object({
  asOf: InstantSchema,
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
    v.object({
      occurrence: v.string(),
      campaignTitle: v.string(),
      at: InstantSchema,
      points: v.array(ReturnPointSchema),
    }),
  ),
  /** Her own list in her own order, and what she wrote last besides. */
  cannedReasons: v.array(v.string()),
  recentReasons: v.array(v.string()),
  /** What other offices and a second reviewer were asked, and what they say. */
  opinions: v.array(OpinionSchema),
  /** Set where the task asks for two reviewers. */
  double: v.optional(DoubleReviewSchema),
  /** Who else could judge it: asked for an opinion, or takes it over. */
  colleagues: v.array(ColleagueSchema),
  /** The post that takes over from who is recused, as named when standing aside. */
  takenOverBy: v.optional(v.string()),
  /** Files that prove another time than the filing is about, or came with an earlier filing. */
  evidenceDoubts: v.array(EvidenceDoubtSchema),
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

/** 回避: the reviewer keeps away from a unit, says why, and names who takes over. */
export const RecuseSchema = v.object({
  organizationId: OrganizationIdSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
  successorId: v.optional(v.string()),
});
export const RecusedSchema = v.object({ organizationId: OrganizationIdSchema });
