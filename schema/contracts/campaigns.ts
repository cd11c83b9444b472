import * as v from 'valibot';
import { ApprovalSchema, ReturnStepSchema, SignStepSchema } from './approvals.ts';
import { campaignPartKinds } from './campaign/campaign.ts';
import { disclosures } from './campaign/clause.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const CampaignIdSchema = idSchema('cmp');
export const DraftIdSchema = idSchema('drf');
const listPartKinds = campaignPartKinds.filter((kind) => kind !== 'head');
const YearSchema = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100));
export const WordingSchema = v.object({ zh: v.string(), en: v.string() });

/** An edition that a plugin ships: 方案模板. */
export const TemplateSchema = v.object({
  plugin: v.string(),
  pluginVersion: v.string(),
  year: v.number(),
  title: TextSchema,
  own: v.boolean(),
});
export type Template = v.InferOutput<typeof TemplateSchema>;

const TitleSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120));
const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** 空白方案: what a document needs before its first clause is written. */
export const BlankDraftSchema = v.object({
  from: v.literal('blank'),
  title: TitleSchema,
  kindName: NameSchema,
  issuer: NameSchema,
  year: YearSchema,
  period: v.object({ from: DaySchema, to: DaySchema }),
  offices: v.pipe(v.array(NameSchema), v.minLength(1), v.maxLength(60)),
  approval: v.pipe(
    v.array(
      v.object({
        title: NameSchema,
        role: v.picklist(['drafter', 'checker', 'countersigner', 'signer']),
      }),
    ),
    v.minLength(2),
    v.maxLength(20),
  ),
});
export type BlankDraft = v.InferOutput<typeof BlankDraftSchema>;

/** From a version: the same campaign amended, or with `toYear` a new one of another year. */
export const OpenDraftSchema = v.variant('from', [
  v.object({
    from: v.literal('template'),
    plugin: v.string(),
    year: YearSchema,
    toYear: v.optional(YearSchema),
  }),
  v.object({
    from: v.literal('version'),
    campaignId: CampaignIdSchema,
    toYear: v.optional(YearSchema),
  }),
  BlankDraftSchema,
]);
export type OpenDraft = v.InferOutput<typeof OpenDraftSchema>;

/** What a draft was opened from; a version by its hash. */
export const DraftOriginSchema = v.variant('from', [
  v.object({
    from: v.literal('template'),
    plugin: v.string(),
    year: YearSchema,
    toYear: v.optional(YearSchema),
    /** The version in force of the same work and year: what is drafted amends it. */
    replaces: v.optional(v.object({ number: v.number(), hash: v.string() })),
  }),
  v.object({
    from: v.literal('version'),
    campaignId: CampaignIdSchema,
    title: v.string(),
    number: v.number(),
    hash: v.string(),
    toYear: v.optional(YearSchema),
    /** 调整日期: why, in the words of whoever moved the date. */
    reason: v.optional(v.string()),
  }),
  v.object({ from: v.literal('blank') }),
  v.object({
    from: v.literal('pack'),
    title: v.string(),
    /** The region that the file was written for. */
    region: v.string(),
    contentHash: v.string(),
    replaces: v.optional(v.object({ number: v.number(), hash: v.string() })),
  }),
]);
export type DraftOrigin = v.InferOutput<typeof DraftOriginSchema>;

export const draftStates = ['drafting', 'signing', 'signed', 'published', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

/** A body is checked by `readPartBody`; `version` is the part's ETag. */
export const DraftPartSchema = v.object({
  kind: v.picklist(campaignPartKinds),
  key: v.string(),
  position: v.number(),
  version: VersionSchema,
  body: v.unknown(),
  changedAt: InstantSchema,
  changedByPost: v.string(),
});
export type DraftPart = v.InferOutput<typeof DraftPartSchema>;

/** `PUT …/parts/{kind}/{key}` takes the body itself, so a field's path is its path in the part. */
export const PartBodySchema = v.record(v.string(), v.unknown());

/** `after` names the part of the same kind to stand behind; without it the new one comes last. */
export const AddPartSchema = v.object({
  kind: v.picklist(listPartKinds),
  after: v.optional(KeySchema),
  body: PartBodySchema,
});

const manyKeys = v.pipe(v.array(KeySchema), v.maxLength(2000));
const few = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(v.pipe(v.array(item), v.maxLength(500)));
const SeenPartSchema = v.object({
  kind: v.picklist(campaignPartKinds),
  key: KeySchema,
  version: VersionSchema,
});

/**
 * Several parts in one act, all or none. `after: null` stands first. An order names all parts of
 * its kind as they are to stand, and as they stood when it was decided.
 */
export const ChangePartsSchema = v.object({
  add: few(v.object({ ...AddPartSchema.entries, after: v.optional(v.nullable(KeySchema)) })),
  save: few(v.object({ ...SeenPartSchema.entries, body: PartBodySchema })),
  remove: few(SeenPartSchema),
  order: few(v.object({ kind: v.picklist(listPartKinds), seen: manyKeys, keys: manyKeys })),
});
export type ChangeParts = v.InferOutput<typeof ChangePartsSchema>;

export const PartSavedSchema = v.object({
  kind: v.picklist(campaignPartKinds),
  key: v.string(),
  version: VersionSchema,
});
export type PartSaved = v.InferOutput<typeof PartSavedSchema>;

export const PartsChangedSchema = v.object({ parts: v.array(PartSavedSchema) });
export type PartsChanged = v.InferOutput<typeof PartsChangedSchema>;

/** 调整日期 of one task or phase of the version in force. */
export const MoveDateSchema = v.object({
  kind: v.picklist(['task', 'phase']),
  key: KeySchema,
  date: v.picklist(['due', 'from', 'to']),
  on: DaySchema,
  wording: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(300)),
});
export type MoveDate = v.InferOutput<typeof MoveDateSchema>;

/** A date that wants a look after rolling forward; gone once its part has been saved. */
export const ReviewPointSchema = v.object({
  kind: v.picklist(['rest-day', 'undated', 'proposed', 'statutory', 'other-year']),
  path: v.string(),
  wording: v.string(),
  day: v.optional(DaySchema),
  reason: WordingSchema,
});
export type ReviewPoint = v.InferOutput<typeof ReviewPointSchema>;

export const ProblemSchema = v.object({
  severity: v.picklist(['error', 'warning', 'hint']),
  code: v.string(),
  path: v.string(),
  clause: v.optional(v.string()),
  message: WordingSchema,
  mend: WordingSchema,
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
export type IssueRegistration = v.InferOutput<typeof IssueRegistrationSchema>;

const draftEntries = {
  id: DraftIdSchema,
  title: v.string(),
  year: v.number(),
  state: v.picklist(draftStates),
  amends: v.optional(CampaignIdSchema),
  origin: DraftOriginSchema,
  version: VersionSchema,
  updatedAt: InstantSchema,
};

export const DraftSummarySchema = v.object({
  ...draftEntries,
  /** The step of the approval whose turn it is. */
  waitsFor: v.optional(v.object({ key: v.string(), title: v.string(), role: v.string() })),
});
export type DraftSummary = v.InferOutput<typeof DraftSummarySchema>;
export const DraftListSchema = v.object({ items: v.array(DraftSummarySchema) });

export const DraftSchema = v.object({
  ...draftEntries,
  parts: v.array(DraftPartSchema),
  toReview: v.array(ReviewPointSchema),
  /** The newest approval, whatever became of it. */
  approval: v.optional(ApprovalSchema),
  issue: v.optional(IssueRegistrationSchema),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

export const DraftMovedSchema = v.object({
  id: DraftIdSchema,
  state: v.picklist(draftStates),
  version: VersionSchema,
});
export type DraftMoved = v.InferOutput<typeof DraftMovedSchema>;

/** `GET …/checks`: 一致性检查（0 错 3 提示）. */
export const ChecksSchema = v.object({
  counts: v.object({ error: v.number(), warning: v.number(), hint: v.number() }),
  problems: v.array(ProblemSchema),
});
export type Checks = v.InferOutput<typeof ChecksSchema>;

export const BurdenRowSchema = v.object({
  unitKind: v.string(),
  level: v.optional(v.string()),
  units: v.number(),
  filings: v.number(),
  fields: v.number(),
  minutes: v.number(),
  previousFilings: v.optional(v.number()),
  previousMinutes: v.optional(v.number()),
  isOver: v.boolean(),
  /** 二级医院：每年11次报送、预计19小时；比上年−3次. */
  words: WordingSchema,
});

/** `GET …/burden`: 负担测算 of the busiest unit of each kind, against last year's campaign. */
export const BurdenSchema = v.object({
  rows: v.array(BurdenRowSchema),
  previous: v.optional(v.object({ title: v.string(), year: v.number() })),
  ceilingMinutes: v.number(),
  isOver: v.boolean(),
  /** The chain of the draft has a 会签 step, which a burden over the ceiling needs. */
  hasCountersignature: v.boolean(),
});
export type BurdenAnswer = v.InferOutput<typeof BurdenSchema>;

/** `GET …/changes`: 修订说明 as it would be published now. */
export const DraftChangesSchema = v.object({ items: v.array(WordingSchema) });
export type DraftChanges = v.InferOutput<typeof DraftChangesSchema>;

/** 提交核稿: warnings of the checker are acknowledged by their codes. */
export const SubmitDraftSchema = v.object({
  acknowledged: v.optional(v.boolean()),
  codes: v.optional(v.array(v.string())),
});

export const SignDraftSchema = v.object({ stepKey: KeySchema, ...SignStepSchema.entries });
export const ReturnDraftSchema = v.object({ stepKey: KeySchema, ...ReturnStepSchema.entries });

export const PublishedSchema = v.object({
  campaignId: CampaignIdSchema,
  versionNumber: v.number(),
  versionHash: v.string(),
});
export type Published = v.InferOutput<typeof PublishedSchema>;
