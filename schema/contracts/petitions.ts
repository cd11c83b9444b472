import * as v from 'valibot';
import { ApprovalSchema, PaperSignatureSchema, SignStepSchema } from './approvals.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { EvidenceSchema } from './evidence.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

export const PetitionIdSchema = idSchema('pet');

/** 请示 (一事一请示, 须批复) · 专报 · 信息 */
export const petitionKinds = ['instruction', 'report', 'information'] as const;
export type PetitionKind = (typeof petitionKinds)[number];

/** 拟稿 · 审签中 · 已审签 · 已报送 · 拟办 · 已批示 · 已答复／办结 · 退回 */
export const petitionStates = [
  'drafting',
  'signing',
  'signed',
  'filed',
  'proposed',
  'instructed',
  'answered',
  'returned',
] as const;
export type PetitionState = (typeof petitionStates)[number];

const WordsSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(4000));
const PostSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60));

export const PetitionContentSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.maxLength(120)),
  text: v.pipe(v.string(), v.trim(), v.maxLength(20_000)),
  evidence: v.pipe(v.array(idSchema('evd')), v.maxLength(20)),
});
export type PetitionContent = v.InferOutput<typeof PetitionContentSchema>;

/** `addressee` is a bureau above the unit; without one it is the commission. */
export const OpenPetitionSchema = v.strictObject({
  organizationId: OrganizationIdSchema,
  kind: v.picklist(petitionKinds),
  addressee: v.optional(OrganizationIdSchema),
  content: PetitionContentSchema,
});
export const SavePetitionSchema = v.strictObject({ content: PetitionContentSchema });
export const SignPetitionSchema = v.strictObject({ stepKey: KeySchema, ...SignStepSchema.entries });
export const ReasonedPetitionSchema = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
});
export const ReturnPetitionStepSchema = v.strictObject({
  stepKey: KeySchema,
  comment: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
});
/** 拟办意见, with the leader it is put before. */
export const ProposePetitionSchema = v.strictObject({ text: WordsSchema, leaderPost: PostSchema });
/** 批示, on line by the leader, or registered from paper; it may set a day. */
export const InstructPetitionSchema = v.strictObject({
  text: WordsSchema,
  dueOn: v.optional(DaySchema),
  paper: v.optional(PaperSignatureSchema),
});
/** 批复 or 答复: what goes back to the unit; an information may be taken as a good practice. */
export const AnswerPetitionSchema = v.strictObject({
  text: WordsSchema,
  adopted: v.optional(v.boolean()),
});

export const PetitionMovedSchema = v.object({
  id: PetitionIdSchema,
  state: v.picklist(petitionStates),
  version: VersionSchema,
});
export type PetitionMoved = v.InferOutput<typeof PetitionMovedSchema>;

export const PetitionSummarySchema = v.object({
  id: PetitionIdSchema,
  kind: v.picklist(petitionKinds),
  title: v.string(),
  state: v.picklist(petitionStates),
  organizationId: v.string(),
  organizationName: v.string(),
  /** 收文登记号 of the office it went to. */
  registered: v.optional(v.string()),
  filedAt: v.optional(InstantSchema),
  dueOn: v.optional(DaySchema),
  overdue: v.boolean(),
  version: VersionSchema,
});
export type PetitionSummary = v.InferOutput<typeof PetitionSummarySchema>;

export const PetitionListSchema = v.object({
  asOf: InstantSchema,
  items: v.array(PetitionSummarySchema),
  next: v.optional(v.string()),
});
export type PetitionList = v.InferOutput<typeof PetitionListSchema>;

export const petitionActs = [
  'open',
  'file',
  'return',
  'propose',
  'instruct',
  'answer',
  'sign-for',
] as const;
export const PetitionActSchema = v.object({
  kind: v.picklist(petitionActs),
  text: v.string(),
  post: v.string(),
  at: InstantSchema,
});

const SaidSchema = v.object({ text: v.string(), post: v.string(), at: InstantSchema });

export const PetitionDetailSchema = v.object({
  asOf: InstantSchema,
  summary: PetitionSummarySchema,
  addresseeName: v.string(),
  content: PetitionContentSchema,
  files: v.array(EvidenceSchema),
  approval: v.optional(ApprovalSchema),
  /** 报送回执 of the unit. */
  receipt: v.optional(v.object({ number: v.string(), at: InstantSchema, post: v.string() })),
  /** 拟办 and 批示 stay inside the office that received it. */
  opinion: v.optional(v.object({ ...SaidSchema.entries, leaderPost: v.string() })),
  instruction: v.optional(
    v.object({ ...SaidSchema.entries, paper: v.optional(PaperSignatureSchema) }),
  ),
  answer: v.optional(
    v.object({
      ...SaidSchema.entries,
      number: v.string(),
      adopted: v.boolean(),
      signedForAt: v.optional(InstantSchema),
      signedForByPost: v.optional(v.string()),
    }),
  ),
  returned: v.optional(v.string()),
  acts: v.array(PetitionActSchema),
  may: v.object({
    write: v.boolean(),
    sign: v.boolean(),
    file: v.boolean(),
    handle: v.boolean(),
    instruct: v.boolean(),
    /** A 批示 was given; another one would take its place. */
    instructAgain: v.boolean(),
    signFor: v.boolean(),
  }),
});
export type PetitionDetail = v.InferOutput<typeof PetitionDetailSchema>;

/** To whom a unit may write: the commission, and the bureau over it. */
export const PetitionAddresseesSchema = v.object({
  units: v.array(
    v.object({
      organizationId: v.string(),
      organizationName: v.string(),
      addressees: v.array(v.object({ organizationId: v.optional(v.string()), name: v.string() })),
    }),
  ),
});
export type PetitionAddressees = v.InferOutput<typeof PetitionAddresseesSchema>;
