import * as v from 'valibot';
import { PaperSignatureSchema } from './approvals.ts';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { SubmissionSummarySchema } from './submissions.ts';

export const OpinionIdSchema = idSchema('opn');

/** `office` 会审：another office looks at its part · `second` 复审：a second person judges the whole. */
export const opinionKinds = ['office', 'second'] as const;
export type OpinionKind = (typeof opinionKinds)[number];

/** 同意通过 · 应退回修改 · 不属本科室职责 */
export const opinionViews = ['pass', 'mend', 'not-ours'] as const;
export type OpinionView = (typeof opinionViews)[number];

const WordsSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(1000));
const PostSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60));

const OwnViewSchema = v.object({ view: v.picklist(['pass', 'mend']), words: WordsSchema });

/**
 * 请会审 or 请复审. With a person it stands in that person's queue; an office without an account is
 * asked on paper, and what it answers is registered by who asked.
 */
export const AskOpinionSchema = v.object({
  kind: v.picklist(opinionKinds),
  office: PostSchema,
  personId: v.optional(v.string()),
  question: WordsSchema,
  /** Where the task asks for two reviewers: the first one's own view, unseen until the second's. */
  own: v.optional(OwnViewSchema),
});
export type AskOpinion = v.InferOutput<typeof AskOpinionSchema>;

export const AnswerOpinionSchema = v.object({
  view: v.picklist(opinionViews),
  words: WordsSchema,
  /** Answered on paper: which post signed it, and when. */
  paper: v.optional(v.object({ post: PostSchema, signedOn: DaySchema })),
});
export type AnswerOpinion = v.InferOutput<typeof AnswerOpinionSchema>;

/** `view` and `words` of a second review are for who asked and who answered, and nobody else. */
export const OpinionSchema = v.object({
  id: OpinionIdSchema,
  submissionId: v.string(),
  revision: v.number(),
  kind: v.picklist(opinionKinds),
  office: v.string(),
  askedPost: v.optional(v.string()),
  question: v.string(),
  askedByPost: v.string(),
  askedAt: InstantSchema,
  state: v.picklist(['asked', 'answered', 'withdrawn']),
  view: v.optional(v.picklist(opinionViews)),
  words: v.optional(v.string()),
  answeredByPost: v.optional(v.string()),
  answeredAt: v.optional(InstantSchema),
  signedOn: v.optional(DaySchema),
  /** What the reader may do about it. */
  mayAnswer: v.boolean(),
  mayWithdraw: v.boolean(),
  version: VersionSchema,
});
export type Opinion = v.InferOutput<typeof OpinionSchema>;

/** 请我会审: what others ask this person about, the oldest first. */
export const OpinionQueueSchema = v.object({
  asOf: InstantSchema,
  items: v.array(v.object({ opinion: OpinionSchema, filing: SubmissionSummarySchema })),
});
export type OpinionQueue = v.InferOutput<typeof OpinionQueueSchema>;

/**
 * `first`: nobody has asked yet · `second`: the second has still to say · then both have said, and
 * where they differ (待裁定) a leader may have ruled.
 */
export const doubleStates = ['first', 'second', 'agreed', 'disagreed', 'ruled'] as const;
export type DoubleState = (typeof doubleStates)[number];

/** 领导裁定: what a leader ruled between two reviewers, on paper, with its scan. */
export const RegisterRulingSchema = v.object({
  view: v.picklist(['pass', 'mend']),
  words: WordsSchema,
  paper: PaperSignatureSchema,
});
export type RegisterRuling = v.InferOutput<typeof RegisterRulingSchema>;

export const RulingSchema = v.object({
  view: v.picklist(['pass', 'mend']),
  words: v.string(),
  paper: PaperSignatureSchema,
  registeredByPost: v.string(),
  registeredAt: InstantSchema,
});
export type Ruling = v.InferOutput<typeof RulingSchema>;

/** 双人复核, as this reader may see it: each view only once both are there, or one's own. */
export const DoubleReviewSchema = v.object({
  state: v.picklist(doubleStates),
  views: v.array(
    v.object({
      place: v.picklist(['first', 'second']),
      post: v.string(),
      view: v.picklist(['pass', 'mend']),
      words: v.string(),
      at: InstantSchema,
    }),
  ),
  /** What this reader may decide as things stand. */
  mayAccept: v.boolean(),
  mayReturn: v.boolean(),
  /** Posts that could decide between the two. */
  deciders: v.array(v.string()),
  ruling: v.optional(RulingSchema),
  /** What this reader may do about a leader's ruling. */
  mayRegisterRuling: v.boolean(),
  mayWithdrawRuling: v.boolean(),
});
export type DoubleReview = v.InferOutput<typeof DoubleReviewSchema>;

/** Somebody else who could judge the same filing. */
export const ColleagueSchema = v.object({ personId: v.string(), post: v.string() });
export type Colleague = v.InferOutput<typeof ColleagueSchema>;

/** A reviewer's own list of reasons, in her own order. */
export const ReasonListSchema = v.object({
  reasons: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500))),
    v.maxLength(30),
  ),
});
export type ReasonList = v.InferOutput<typeof ReasonListSchema>;
