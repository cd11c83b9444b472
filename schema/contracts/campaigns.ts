import * as v from 'valibot';
import { ApprovalSchema } from './approvals.ts';
import { campaignPartKinds } from './campaign/campaign.ts';
import { disclosures } from './campaign/clause.ts';
import { DaySchema } from './campaign/dates.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const CampaignIdSchema = idSchema('cmp');
export const DraftIdSchema = idSchema('drf');

/** An edition that a plugin ships: 方案模板. */
export const TemplateSchema = v.object({
  plugin: v.string(),
  pluginVersion: v.string(),
  year: v.number(),
  title: v.string(),
  own: v.boolean(),
});

export const OpenDraftSchema = v.variant('from', [
  v.object({
    from: v.literal('template'),
    plugin: v.string(),
    year: v.number(),
    toYear: v.optional(v.number()),
  }),
  v.object({ from: v.literal('version'), campaignId: CampaignIdSchema }),
]);

export const draftStates = ['drafting', 'signing', 'signed', 'published', 'discarded'] as const;

export const DraftPartSchema = v.object({
  kind: v.picklist(campaignPartKinds),
  key: v.string(),
  position: v.number(),
  version: VersionSchema,
  body: v.unknown(),
  changedAt: InstantSchema,
  changedByPost: v.string(),
});

export const ProblemSchema = v.object({
  severity: v.picklist(['error', 'warning', 'hint']),
  code: v.string(),
  path: v.string(),
  clause: v.optional(v.string()),
  message: v.object({ zh: v.string(), en: v.string() }),
  mend: v.object({ zh: v.string(), en: v.string() }),
});
export type CampaignProblem = v.InferOutput<typeof ProblemSchema>;

/** 签发登记: typed from the paper; this program never makes a document number. */
export const IssueRegistrationSchema = v.object({
  number: v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(60)),
  signedOn: DaySchema,
  printedOn: DaySchema,
  scanEvidenceId: v.optional(idSchema('evd')),
  disclosure: v.picklist(disclosures),
});

export const DraftSchema = v.object({
  id: DraftIdSchema,
  title: v.string(),
  year: v.number(),
  state: v.picklist(draftStates),
  amends: v.optional(CampaignIdSchema),
  origin: v.string(),
  version: VersionSchema,
  parts: v.array(DraftPartSchema),
  toReview: v.array(v.object({ path: v.string(), reason: TextSchema })),
  approval: v.optional(ApprovalSchema),
  issue: v.optional(IssueRegistrationSchema),
});

export const BurdenRowSchema = v.object({
  unitKind: v.string(),
  level: v.optional(v.string()),
  units: v.number(),
  filings: v.number(),
  fields: v.number(),
  minutes: v.number(),
  previousFilings: v.optional(v.number()),
  previousMinutes: v.optional(v.number()),
});

export const CampaignSummarySchema = v.object({
  id: CampaignIdSchema,
  key: v.string(),
  title: v.string(),
  kindName: v.string(),
  year: v.number(),
  number: v.optional(v.string()),
  printedOn: v.optional(DaySchema),
  disclosure: v.picklist(disclosures),
  state: v.picklist(['running', 'archived']),
  versionNumber: v.number(),
  versionHash: v.string(),
  publishedAt: InstantSchema,
  amendedOn: v.optional(DaySchema),
});
