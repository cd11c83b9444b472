import * as v from 'valibot';
import { ApprovalSchema } from './approvals.ts';
import { DocumentSchema } from './campaign/clause.ts';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema } from './campaign/form.ts';
import { DeliverableSchema, signOffPosts } from './campaign/task.ts';
import { TextSchema } from './campaign/text.ts';
import { EvidenceIdSchema, EvidenceSchema, PaperRegistrationSchema } from './evidence.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const SubmissionIdSchema = idSchema('sub');

/**
 * `due` 未填 · `draft` 填报中 · `signing` 院内审签中 · `signed` 已审签待报送 · `filed` 已报送待审 ·
 * `held` 挂起（待纸质件） · `returned` 退回待改 · `accepted` 审核通过 · `exempt` 免报
 */
export const submissionStates = [
  'due',
  'draft',
  'signing',
  'signed',
  'filed',
  'held',
  'returned',
  'accepted',
  'exempt',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

const AnswerValueSchema = v.union([
  v.string(),
  v.boolean(),
  v.pipe(v.number(), v.safeInteger()),
  v.array(v.string()),
]);
export const TableRowSchema = v.objectWithRest({ id: v.string() }, AnswerValueSchema);
/** One object keyed by field key; tables are arrays of rows with ids; a missing answer is absent. */
export const AnswersSchema = v.record(
  v.string(),
  v.union([AnswerValueSchema, v.array(TableRowSchema)]),
);
export type Answers = v.InferOutput<typeof AnswersSchema>;

/** `field`, `table/rowId` or `table/rowId/column`. */
export const FieldPathSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}(\/[0-9A-Za-z_-]{1,40}(\/[a-z][a-z0-9-]{0,39})?)?$/),
);

/** A whole row is put as an object of its cells; no value empties a field or takes a row away. */
const ChangedValueSchema = v.union([AnswerValueSchema, v.record(v.string(), AnswerValueSchema)]);

export const FieldChangeSchema = v.object({
  path: FieldPathSchema,
  value: v.optional(ChangedValueSchema),
  basedOn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type FieldChange = v.InferOutput<typeof FieldChangeSchema>;

export const SaveDraftSchema = v.object({
  changes: v.pipe(v.array(FieldChangeSchema), v.minLength(1), v.maxLength(2000)),
});

export const FieldConflictSchema = v.object({
  path: FieldPathSchema,
  yours: v.optional(ChangedValueSchema),
  theirs: v.optional(ChangedValueSchema),
  theirRevision: v.number(),
  theirPost: v.optional(v.string()),
  at: v.optional(InstantSchema),
});
export type FieldConflict = v.InferOutput<typeof FieldConflictSchema>;

/** Each field's revision, who changed it last (by post) and when. */
export const FieldRevisionsSchema = v.record(
  v.string(),
  v.object({ revision: v.number(), byPost: v.string(), at: InstantSchema }),
);

export const DraftSavedSchema = v.object({
  version: VersionSchema,
  savedAt: InstantSchema,
  answers: AnswersSchema,
  revisions: FieldRevisionsSchema,
});

/** Who holds it now: 我 / 科室 / 分管院长 / 主要负责人 / 区卫健局医政科. */
export const HolderSchema = v.object({
  kind: v.picklist(['filler', 'post', 'office', 'nobody']),
  title: v.string(),
});

export const nextSteps = [
  'fill',
  'continue',
  'print-sheet',
  'await-sign-off',
  'sign',
  'file',
  'mend',
  'send-paper',
  'await-review',
  'done',
] as const;

export const SubmissionSummarySchema = v.object({
  id: SubmissionIdSchema,
  campaignId: v.string(),
  taskKey: v.string(),
  occurrence: v.string(),
  title: TextSchema,
  organizationId: v.string(),
  organizationName: v.string(),
  state: v.picklist(submissionStates),
  nil: v.boolean(),
  late: v.boolean(),
  onBehalf: v.boolean(),
  /** When the unit took over what was filed on its behalf. */
  claimedAt: v.optional(InstantSchema),
  /** 申请更正 or 申请延期, not decided yet. */
  asked: v.optional(v.picklist(['correction', 'extension'])),
  returns: v.number(),
  pointsToMend: v.number(),
  dueOn: v.optional(DaySchema),
  originalDueOn: v.optional(DaySchema),
  dueAt: v.optional(InstantSchema),
  dueWording: v.string(),
  dueLabel: v.optional(TextSchema),
  dueAdvice: v.optional(TextSchema),
  daysLeft: v.optional(
    v.object({ days: v.number(), unit: v.picklist(['working']), overdue: v.boolean() }),
  ),
  needsStamp: v.boolean(),
  paper: v.picklist(['none', 'expected', 'received']),
  /** Which one prevails, where the document says so and a paper is asked for. */
  prevails: v.optional(v.picklist(['paper', 'scan'])),
  office: v.string(),
  holder: HolderSchema,
  nextStep: v.picklist(nextSteps),
  version: VersionSchema,
  filedAt: v.optional(InstantSchema),
});
export type SubmissionSummary = v.InferOutput<typeof SubmissionSummarySchema>;

export const MyTasksSchema = v.object({
  asOf: InstantSchema,
  now: v.array(SubmissionSummarySchema),
  month: v.array(SubmissionSummarySchema),
  later: v.array(SubmissionSummarySchema),
  waiting: v.array(SubmissionSummarySchema),
  done: v.number(),
  next: v.optional(v.object({ title: TextSchema, on: DaySchema })),
});

/** The filings of one unit under one campaign, as the authority sees them. */
export const SubmissionListSchema = v.object({
  asOf: InstantSchema,
  items: v.array(SubmissionSummarySchema),
});
export type SubmissionList = v.InferOutput<typeof SubmissionListSchema>;

/** One point of a return: the field, and what to do about it. */
export const ReturnPointSchema = v.object({
  path: v.string(),
  label: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
});
export type ReturnPoint = v.InferOutput<typeof ReturnPointSchema>;

export const ReceiptSchema = v.object({
  number: v.string(),
  filedAt: InstantSchema,
  office: v.string(),
  organizationName: v.string(),
  title: TextSchema,
  late: v.boolean(),
  revision: v.number(),
  contentHash: v.string(),
  /** Where a paper is asked for and the document says which one prevails; its day once it arrived. */
  paper: v.optional(
    v.object({ prevails: v.picklist(['paper', 'scan']), receivedOn: v.optional(DaySchema) }),
  ),
  files: v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })),
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

export const SubmissionDetailSchema = v.object({
  summary: SubmissionSummarySchema,
  document: v.object({
    title: v.string(),
    number: v.optional(v.string()),
    clauseNumber: v.string(),
    clauseWords: v.string(),
    issuer: v.optional(v.string()),
    disclosure: v.optional(DocumentSchema.entries.disclosure),
    lineage: DocumentSchema.entries.lineage,
  }),
  source: v.object({ proposed: v.boolean(), text: v.string() }),
  form: FormSchema,
  deliverables: v.array(DeliverableSchema),
  deliverableEvidence: v.record(v.string(), v.array(EvidenceIdSchema)),
  nilReturn: v.boolean(),
  /** 汇总上报: the figures that are sums of what the units below have filed. */
  rollUp: v.optional(v.object({ fields: v.array(v.string()) })),
  guidance: v.optional(TextSchema),
  signOff: v.array(v.picklist(signOffPosts)),
  answers: AnswersSchema,
  revisions: FieldRevisionsSchema,
  /** The filing of the task before this one: which period, under which work, of the year before or not. */
  previous: v.optional(
    v.object({
      label: v.string(),
      campaignTitle: v.string(),
      isLastYear: v.boolean(),
      answers: AnswersSchema,
    }),
  ),
  prefilled: v.record(v.string(), v.object({ system: v.string(), period: v.optional(v.string()) })),
  evidence: v.array(EvidenceSchema),
  paperRegistration: v.optional(PaperRegistrationSchema),
  approval: v.optional(ApprovalSchema),
  returned: v.optional(
    v.object({
      round: v.number(),
      at: InstantSchema,
      office: v.string(),
      points: v.array(ReturnPointSchema),
    }),
  ),
  receipt: v.optional(ReceiptSchema),
});
export type SubmissionDetail = v.InferOutput<typeof SubmissionDetailSchema>;

export const ExtendSchema = v.object({
  dueOn: DaySchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
});
export const ExemptSchema = v.object({
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
});

export const ProgressRowSchema = v.object({
  organizationId: v.string(),
  organizationName: v.string(),
  kind: v.string(),
  /** The authority of the place, in its official order; absent where the region has none below it. */
  area: v.optional(v.object({ id: v.string(), name: v.string(), order: v.number() })),
  due: v.number(),
  arrived: v.number(),
  inReview: v.number(),
  returned: v.number(),
  exempt: v.number(),
  overdue: v.number(),
  overdueDays: v.number(),
  /** 联络员: who fills in for the unit. */
  liaison: v.optional(v.string()),
  /** 上次催办: when, by which post, and whether it was today. */
  urged: v.optional(v.object({ at: InstantSchema, post: v.string(), today: v.boolean() })),
});
export const ProgressSchema = v.object({
  asOf: InstantSchema,
  totals: v.object({
    due: v.number(),
    arrived: v.number(),
    onTime: v.number(),
    overdue: v.number(),
    overdueUnits: v.number(),
  }),
  rows: v.array(ProgressRowSchema),
  reminder: v.object({ zh: v.string(), en: v.string() }),
  next: v.optional(v.string()),
});
