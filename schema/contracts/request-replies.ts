import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema } from './campaign/form.ts';
import { EvidenceSchema } from './evidence.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import {
  DeadlineSchema,
  RequestContentSchema,
  RequestIdSchema,
  addresseeParts,
  requestStates,
} from './requests.ts';
import { AnswersSchema, FieldPathSchema, ReturnPointSchema } from './submissions.ts';

const WordingSchema = v.object({ zh: v.string(), en: v.string() });
const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));

export const ReplyIdSchema = idSchema('rpl');
export const RequestAskIdSchema = idSchema('ask');

/** `due` 未报 · `draft` 填报中 · `filed` 已报待审 · `returned` 退回修改 · `accepted` 审核通过 · `excused` 免报 */
export const replyStates = ['due', 'draft', 'filed', 'returned', 'accepted', 'excused'] as const;
export type ReplyState = (typeof replyStates)[number];

export const ReplyMovedSchema = v.object({
  id: ReplyIdSchema,
  state: v.picklist(replyStates),
  version: VersionSchema,
});
export type ReplyMoved = v.InferOutput<typeof ReplyMovedSchema>;

export const askStates = ['asked', 'agreed', 'declined'] as const;
export const RequestAskSchema = v.object({
  id: RequestAskIdSchema,
  replyId: ReplyIdSchema,
  organizationId: v.string(),
  organizationName: v.string(),
  occurrence: v.string(),
  reason: v.string(),
  wanted: DeadlineSchema,
  state: v.picklist(askStates),
  askedByPost: v.string(),
  askedAt: InstantSchema,
  answer: v.optional(v.string()),
  decidedByPost: v.optional(v.string()),
  decidedAt: v.optional(InstantSchema),
});
export type RequestAsk = v.InferOutput<typeof RequestAskSchema>;

const replyEntries = {
  id: ReplyIdSchema,
  organizationId: v.string(),
  organizationName: v.string(),
  occurrence: v.string(),
  dueOn: DaySchema,
  dueAt: InstantSchema,
  originalDueOn: v.optional(DaySchema),
  state: v.picklist(replyStates),
  nil: v.boolean(),
  /** Replied late, or outstanding after the due moment. */
  late: v.boolean(),
  returns: v.number(),
  filedAt: v.optional(InstantSchema),
  receiptNumber: v.optional(v.string()),
  /** More time is asked for and the sender has not decided. */
  asked: v.boolean(),
  version: VersionSchema,
};
export const ReplyRowSchema = v.object({
  ...replyEntries,
  part: v.picklist(addresseeParts),
  signedForAt: v.optional(InstantSchema),
});
export type ReplyRow = v.InferOutput<typeof ReplyRowSchema>;

export const ReplyListSchema = v.object({
  asOf: InstantSchema,
  rows: v.array(ReplyRowSchema),
  next: v.optional(v.string()),
});
export type ReplyList = v.InferOutput<typeof ReplyListSchema>;

export const replyNextSteps = ['sign-for', 'fill', 'continue', 'mend', 'await', 'done'] as const;

/** A row that stands beside filings in 我的任务. */
export const MyRequestSchema = v.object({
  kind: v.literal('request'),
  id: v.string(),
  requestId: RequestIdSchema,
  replyId: v.optional(ReplyIdSchema),
  occurrence: v.optional(v.string()),
  title: v.string(),
  /** Who asks: the commission or bureau with its post. */
  office: v.string(),
  organizationId: v.string(),
  organizationName: v.string(),
  part: v.picklist(addresseeParts),
  isSignedFor: v.boolean(),
  state: v.optional(v.picklist(replyStates)),
  nil: v.boolean(),
  late: v.boolean(),
  returns: v.number(),
  pointsToMend: v.number(),
  dueOn: v.optional(DaySchema),
  originalDueOn: v.optional(DaySchema),
  dueAt: v.optional(InstantSchema),
  dueLabel: v.optional(WordingSchema),
  dueAdvice: v.optional(WordingSchema),
  daysLeft: v.optional(
    v.object({ days: v.number(), unit: v.picklist(['working']), overdue: v.boolean() }),
  ),
  needsStamp: v.boolean(),
  mayBeNil: v.boolean(),
  nextStep: v.picklist(replyNextSteps),
  version: v.optional(VersionSchema),
});
export type MyRequest = v.InferOutput<typeof MyRequestSchema>;

/** The same groups as `GET /api/submissions/mine`. */
export const MyRequestsSchema = v.object({
  asOf: InstantSchema,
  now: v.array(MyRequestSchema),
  month: v.array(MyRequestSchema),
  later: v.array(MyRequestSchema),
  waiting: v.array(MyRequestSchema),
  done: v.number(),
});
export type MyRequests = v.InferOutput<typeof MyRequestsSchema>;

/** A request as one unit it is addressed to sees it: the text, its own part and its own replies. */
export const ReceivedRequestSchema = v.object({
  id: RequestIdSchema,
  state: v.picklist(requestStates),
  issuer: v.string(),
  issuedAt: InstantSchema,
  content: v.omit(RequestContentSchema, ['to', 'chain', 'minutes']),
  citation: v.optional(
    v.object({ title: v.string(), clauseNumber: v.string(), clauseWords: v.string() }),
  ),
  organizationId: v.string(),
  organizationName: v.string(),
  part: v.picklist(addresseeParts),
  /** Who leads and who helps, where the request names them. */
  together: v.array(
    v.object({ organizationName: v.string(), part: v.picklist(['lead', 'support']) }),
  ),
  signedForAt: v.optional(InstantSchema),
  replies: v.array(ReplyRowSchema),
  closedReason: v.optional(v.string()),
});
export type ReceivedRequest = v.InferOutput<typeof ReceivedRequestSchema>;

export const SignForSchema = v.object({ organizationId: OrganizationIdSchema });
export const SignedForSchema = v.object({ id: RequestIdSchema, signedForAt: InstantSchema });

export const SaveReplySchema = v.object({ answers: AnswersSchema });
export const ReplySavedSchema = v.object({
  version: VersionSchema,
  savedAt: InstantSchema,
  answers: AnswersSchema,
});
export type ReplySaved = v.InferOutput<typeof ReplySavedSchema>;

export const ReplyReceiptSchema = v.object({
  number: v.string(),
  filedAt: InstantSchema,
  office: v.string(),
  organizationName: v.string(),
  title: v.string(),
  occurrence: v.string(),
  late: v.boolean(),
  nil: v.boolean(),
  revision: v.number(),
  contentHash: v.string(),
  files: v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })),
});
export type ReplyReceipt = v.InferOutput<typeof ReplyReceiptSchema>;

/** One reply with what it answers, for its unit or for the sender. */
export const ReplyDetailSchema = v.object({
  ...replyEntries,
  requestId: RequestIdSchema,
  requestState: v.picklist(requestStates),
  title: v.string(),
  text: v.string(),
  office: v.string(),
  dueLabel: WordingSchema,
  form: FormSchema,
  mayBeNil: v.boolean(),
  answers: AnswersSchema,
  evidence: v.array(EvidenceSchema),
  /** The return that is to be mended, or that was. */
  returned: v.optional(v.object({ points: v.array(ReturnPointSchema) })),
  excusedReason: v.optional(v.string()),
  asks: v.array(RequestAskSchema),
  receipt: v.optional(ReplyReceiptSchema),
  may: v.object({ fill: v.boolean(), file: v.boolean(), decide: v.boolean() }),
});
export type ReplyDetail = v.InferOutput<typeof ReplyDetailSchema>;

/** Everything at once: a reply is returned once, and nothing new is found the second time. */
export const ReturnReplySchema = v.object({
  points: v.pipe(
    v.array(
      v.object({ ...ReturnPointSchema.entries, path: v.union([FieldPathSchema, v.literal('')]) }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
});

export const AskMoreTimeSchema = v.object({ to: DeadlineSchema, reason: ReasonSchema });
export const DecideAskSchema = v.variant('agree', [
  v.object({ agree: v.literal(true) }),
  v.object({ agree: v.literal(false), answer: ReasonSchema }),
]);
export type DecideAsk = v.InferOutput<typeof DecideAskSchema>;
