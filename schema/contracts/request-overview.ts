import * as v from 'valibot';
import { ApprovalSchema } from './approvals.ts';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema } from './campaign/form.ts';
import { BurdenRowSchema, ChecksSchema } from './campaigns.ts';
import { InstantSchema, VersionSchema } from './ids.ts';
import { RequestAskSchema } from './request-replies.ts';
import {
  DeadlineSchema,
  RepeatsSchema,
  RequestActIdSchema,
  RequestDraftSchema,
  RequestIdSchema,
  addresseeParts,
  requestStates,
} from './requests.ts';

const WordingSchema = v.object({ zh: v.string(), en: v.string() });

export const RequestChecksSchema = ChecksSchema;
export type RequestChecks = v.InferOutput<typeof RequestChecksSchema>;

/** 负担测算 of the year with this request: campaigns in force, requests issued, and this one. */
export const RequestBurdenSchema = v.object({
  year: v.number(),
  rows: v.array(
    v.object({
      ...BurdenRowSchema.entries,
      /** What this request alone adds to the busiest unit of the kind. */
      added: v.object({ filings: v.number(), fields: v.number(), minutes: v.number() }),
    }),
  ),
  ceilingMinutes: v.number(),
  isOver: v.boolean(),
  hasCountersignature: v.boolean(),
});
export type RequestBurden = v.InferOutput<typeof RequestBurdenSchema>;

/** At every moment `due = replied + outstanding + excused`; `late` and `overdue` are among them. */
export const RequestCountsSchema = v.object({
  addressees: v.number(),
  signedFor: v.number(),
  due: v.number(),
  replied: v.number(),
  outstanding: v.number(),
  excused: v.number(),
  /** Replied after the due moment. */
  late: v.number(),
  /** Outstanding after the due moment. */
  overdue: v.number(),
  overdueUnits: v.number(),
  accepted: v.number(),
  returned: v.number(),
});
export type RequestCounts = v.InferOutput<typeof RequestCountsSchema>;

const summaryEntries = {
  id: RequestIdSchema,
  title: v.string(),
  state: v.picklist(requestStates),
  from: v.string(),
  issuer: v.optional(v.object({ organizationId: v.string(), organizationName: v.string() })),
  deadline: v.optional(DeadlineSchema),
  dueLabel: v.optional(WordingSchema),
  repeats: v.optional(RepeatsSchema),
  issuedAt: v.optional(InstantSchema),
  /** The step of the approval whose turn it is. */
  waitsFor: v.optional(v.object({ key: v.string(), title: v.string(), role: v.string() })),
  version: VersionSchema,
  updatedAt: InstantSchema,
};

/** A row of the sender's list; the reminder is text to paste, units in official order. */
export const RequestSummarySchema = v.object({
  ...summaryEntries,
  counts: v.optional(RequestCountsSchema),
});
export type RequestSummary = v.InferOutput<typeof RequestSummarySchema>;

export const RequestListSchema = v.object({
  asOf: InstantSchema,
  items: v.array(RequestSummarySchema),
  next: v.optional(v.string()),
});
export type RequestList = v.InferOutput<typeof RequestListSchema>;

/** `extend` 延期 · `excuse` 免报 · `withdraw` takes an earlier act back, which stays on record. */
export const requestActKinds = [
  'issue',
  'extend',
  'excuse',
  'withdraw',
  'close',
  'cancel',
] as const;
export type RequestActKind = (typeof requestActKinds)[number];

export const RequestActSchema = v.object({
  id: RequestActIdSchema,
  kind: v.picklist(requestActKinds),
  organizationId: v.optional(v.string()),
  organizationName: v.optional(v.string()),
  occurrence: v.optional(v.string()),
  dueOn: v.optional(DaySchema),
  dueAt: v.optional(InstantSchema),
  reason: v.string(),
  withdraws: v.optional(v.string()),
  isWithdrawn: v.boolean(),
  byPost: v.string(),
  at: InstantSchema,
});
export type RequestAct = v.InferOutput<typeof RequestActSchema>;

export const OccurrenceSchema = v.object({
  key: v.string(),
  dueOn: DaySchema,
  dueAt: InstantSchema,
  dueLabel: WordingSchema,
  isRestDay: v.boolean(),
  isProvisional: v.boolean(),
});

/** Everything of a request as its sender sees it. */
export const RequestDetailSchema = v.object({
  summary: RequestSummarySchema,
  content: RequestDraftSchema,
  /** The form of a reply: its own or the free one, with the stamped scan where one is asked for. */
  replyForm: FormSchema,
  occurrences: v.array(OccurrenceSchema),
  approval: v.optional(ApprovalSchema),
  addressees: v.array(
    v.object({
      organizationId: v.string(),
      organizationName: v.string(),
      part: v.picklist(addresseeParts),
      signedForAt: v.optional(InstantSchema),
      signedForByPost: v.optional(v.string()),
    }),
  ),
  acts: v.array(RequestActSchema),
  asks: v.array(RequestAskSchema),
  /** 催报文字: to paste into the chat group. */
  reminder: WordingSchema,
  may: v.object({
    draft: v.boolean(),
    decide: v.boolean(),
    /** This person may take the step whose turn it is. */
    sign: v.boolean(),
  }),
});
export type RequestDetail = v.InferOutput<typeof RequestDetailSchema>;
