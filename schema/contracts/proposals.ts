import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { SourceSchema } from './campaign/source.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema } from './campaigns.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

export const ProposalIdSchema = idSchema('prp');

export const proposalStates = ['proposed', 'accepted', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What a list is filtered by: `lapsed` waits for no decision any more, though none was taken. */
export const proposalShelves = [...proposalStates, 'lapsed'] as const;
export type ProposalShelf = (typeof proposalShelves)[number];

/** 提醒、约谈、通报、移送、容错免责: what people then do; the system does none of it. */
export const measureKinds = ['remind', 'talk', 'circulate', 'transfer', 'excuse'] as const;
export type MeasureKind = (typeof measureKinds)[number];

const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));
const PhraseSchema = v.object({ zh: v.string(), en: v.string() });

export const TakenMeasureSchema = v.object({
  on: DaySchema,
  basis: ReasonSchema,
  note: v.optional(ReasonSchema),
});
export type TakenMeasure = v.InferOutput<typeof TakenMeasureSchema>;

/**
 * 处置建议: a rule fired, somebody decides. `holds` is false once the facts no longer say so; what was
 * proposed and decided stays on record all the same.
 */
export const ProposalSchema = v.object({
  id: ProposalIdSchema,
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  organizationName: v.string(),
  rule: KeySchema,
  title: TextSchema,
  measure: TextSchema,
  post: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  reason: PhraseSchema,
  eventIds: v.array(v.string()),
  state: v.picklist(proposalStates),
  holds: v.boolean(),
  foundAt: InstantSchema,
  lapsedAt: v.optional(InstantSchema),
  decision: v.optional(
    v.object({
      byPost: v.string(),
      /** Nobody's account bears the post the rule names: the head in charge decided for it. */
      standsIn: v.boolean(),
      at: InstantSchema,
      reason: v.optional(v.string()),
      measure: v.optional(v.picklist(measureKinds)),
    }),
  ),
  taken: v.optional(
    v.object({ ...TakenMeasureSchema.entries, byPost: v.string(), at: InstantSchema }),
  ),
  /** What the reader may do now. */
  mayDecide: v.boolean(),
  mayRecordMeasure: v.boolean(),
  version: VersionSchema,
});
export type Proposal = v.InferOutput<typeof ProposalSchema>;

export const ProposalListSchema = v.object({
  asOf: InstantSchema,
  rows: v.array(ProposalSchema),
  counts: v.object({
    proposed: v.number(),
    accepted: v.number(),
    declined: v.number(),
    lapsed: v.number(),
  }),
  next: v.optional(v.string()),
});
export type ProposalList = v.InferOutput<typeof ProposalListSchema>;

/** 采纳 names the measure to be taken; 不采纳 needs its reason. */
export const DecideProposalSchema = v.variant('accepts', [
  v.object({
    accepts: v.literal(true),
    measure: v.picklist(measureKinds),
    reason: v.optional(ReasonSchema),
  }),
  v.object({ accepts: v.literal(false), reason: v.optional(ReasonSchema) }),
]);
export type DecideProposal = v.InferOutput<typeof DecideProposalSchema>;

export const RefreshProposalsSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: v.optional(OrganizationIdSchema),
  /** Where the last answer stopped. */
  after: v.optional(OrganizationIdSchema),
});
export type RefreshProposals = v.InferOutput<typeof RefreshProposalsSchema>;

export const RefreshedSchema = v.object({
  checked: v.number(),
  raised: v.number(),
  lapsed: v.number(),
  next: v.optional(OrganizationIdSchema),
});
export type Refreshed = v.InferOutput<typeof RefreshedSchema>;
