import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const ApprovalIdSchema = idSchema('apr');

export const approvalSubjectKinds = [
  'campaign-draft',
  'submission',
  'snapshot',
  'request',
  'bulletin',
  'petition',
] as const;
export type ApprovalSubjectKind = (typeof approvalSubjectKinds)[number];

export const approvalStates = ['open', 'completed', 'returned', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalStepStates = ['waiting', 'current', 'done', 'returned'] as const;
export const approvalModes = ['online', 'paper'] as const;

/** A signature on paper: who by post, on which day, and the scan that shows it. */
export const PaperSignatureSchema = v.object({
  signedOn: DaySchema,
  signerPost: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  evidenceId: idSchema('evd'),
});
export type PaperSignature = v.InferOutput<typeof PaperSignatureSchema>;

/** One step of a chain: a named post, the role that may take it, how and when it was taken. */
export const ApprovalStepSchema = v.object({
  key: v.string(),
  title: v.string(),
  role: v.string(),
  state: v.picklist(approvalStepStates),
  mode: v.optional(v.picklist(approvalModes)),
  actorId: v.optional(v.string()),
  actorPost: v.optional(v.string()),
  at: v.optional(InstantSchema),
  paper: v.optional(PaperSignatureSchema),
  comment: v.optional(v.string()),
});
export type ApprovalStep = v.InferOutput<typeof ApprovalStepSchema>;

/** 审签: a chain of named posts over one content, which is known by its hash. */
export const ApprovalSchema = v.object({
  id: ApprovalIdSchema,
  subjectKind: v.picklist(approvalSubjectKinds),
  subjectId: v.string(),
  contentHash: v.string(),
  state: v.picklist(approvalStates),
  steps: v.array(ApprovalStepSchema),
  version: VersionSchema,
  createdAt: InstantSchema,
});
export type Approval = v.InferOutput<typeof ApprovalSchema>;

export const SignStepSchema = v.object({
  comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
  paper: v.optional(PaperSignatureSchema),
});

export const ReturnStepSchema = v.object({
  comment: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
});
