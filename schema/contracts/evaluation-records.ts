import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { PointsTextSchema } from './campaign/score-numbers.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema } from './campaigns.ts';
import { EvidenceIdSchema } from './evidence.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

export const ScoreFactIdSchema = idSchema('sfa');
export const DemeritEntryIdSchema = idSchema('dem');

export const RecordReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));

/** The key of a fact; `combination:source` for a source of a combination that no scorecard gives. */
export const FactKeySchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}(:[a-z][a-z0-9-]{0,39})?$/),
);

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000_000));
const QuantitySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const ShortTextSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));

export const recordedKinds = [
  'event',
  'ratio',
  'value',
  'flag',
  'choice',
  'judgement',
  'sample',
  'votes',
] as const;
export type RecordedKind = (typeof recordedKinds)[number];

/** What happened, or what was found: an event adds to those before it, every other kind is one a month. */
export const RecordedContentSchema = v.variant('kind', [
  v.object({
    kind: v.literal('event'),
    quantity: v.optional(QuantitySchema),
    category: v.optional(KeySchema),
    about: v.optional(ShortTextSchema),
    handedInOn: v.optional(DaySchema),
  }),
  v.object({ kind: v.literal('ratio'), numerator: CountSchema, denominator: CountSchema }),
  v.object({
    kind: v.literal('value'),
    value: v.pipe(v.string(), v.regex(/^-?\d{1,9}(\.\d{1,4})?$/)),
  }),
  v.object({ kind: v.literal('flag'), met: v.boolean() }),
  v.object({ kind: v.literal('choice'), choice: KeySchema }),
  v.object({ kind: v.literal('judgement'), points: PointsTextSchema }),
  v.object({
    kind: v.literal('sample'),
    population: CountSchema,
    checked: CountSchema,
    findings: v.pipe(
      v.array(
        v.object({
          quantity: v.optional(QuantitySchema),
          category: v.optional(KeySchema),
          reason: RecordReasonSchema,
        }),
      ),
      v.maxLength(200),
    ),
  }),
  v.object({
    kind: v.literal('votes'),
    counts: v.pipe(
      v.array(v.object({ answer: KeySchema, count: CountSchema })),
      v.minLength(1),
      v.maxLength(50),
    ),
  }),
]);
export type RecordedContent = v.InferOutput<typeof RecordedContentSchema>;

/** 登记: one fact on the score of a unit, by the post that vouches for it. */
export const RecordFactSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  fact: FactKeySchema,
  on: DaySchema,
  content: RecordedContentSchema,
  reason: RecordReasonSchema,
  clause: v.optional(KeySchema),
  evidenceIds: v.optional(v.pipe(v.array(EvidenceIdSchema), v.maxLength(20))),
});
export type RecordFact = v.InferOutput<typeof RecordFactSchema>;

export const WithdrawRecordSchema = v.object({ reason: RecordReasonSchema });

/** `unconfirmed` is 待核: on record by one post, not confirmed by another, and counted in nothing. */
export const scoreFactStates = ['unconfirmed', 'standing', 'withdrawn'] as const;
export const ScoreFactRecordSchema = v.object({
  id: ScoreFactIdSchema,
  ...RecordFactSchema.entries,
  evidenceIds: v.array(EvidenceIdSchema),
  state: v.picklist(scoreFactStates),
  recordedByPost: v.string(),
  recordedAt: InstantSchema,
  confirmedByPost: v.optional(v.string()),
  confirmedAt: v.optional(InstantSchema),
  withdrawnReason: v.optional(v.string()),
  /** Whether the reader is another post than the recorder and may confirm it now. */
  mayConfirm: v.boolean(),
  version: VersionSchema,
});
export type ScoreFactRecord = v.InferOutput<typeof ScoreFactRecordSchema>;

/** What a fact would do, where; `points` is the most it can take or give, in 1/10,000 point. */
export const FactUseSchema = v.object({
  kind: v.picklist(['criterion', 'evidence', 'veto', 'combination', 'alert']),
  effect: v.picklist(['deduct', 'add', 'cap-grade', 'weigh', 'watch']),
  scorecard: v.optional(KeySchema),
  key: KeySchema,
  title: TextSchema,
  words: v.optional(v.string()),
  points: v.optional(v.number()),
  gradeAtMost: v.optional(TextSchema),
});
export type FactUse = v.InferOutput<typeof FactUseSchema>;

const PricedSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  points: v.optional(PointsTextSchema),
});

/** A fact that no filing supplies and that a person can put on record. */
export const RecordableFactSchema = v.object({
  fact: FactKeySchema,
  title: TextSchema,
  kinds: v.array(v.picklist(recordedKinds)),
  needsConfirmation: v.boolean(),
  uses: v.array(FactUseSchema),
  /** What an event must be one of, with the price of each. */
  categories: v.optional(v.array(PricedSchema)),
  choices: v.optional(v.array(PricedSchema)),
  answers: v.optional(v.array(PricedSchema)),
  least: v.optional(PointsTextSchema),
  most: v.optional(PointsTextSchema),
  unit: v.optional(TextSchema),
});
export type RecordableFact = v.InferOutput<typeof RecordableFactSchema>;

export const ScoreFactListSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  items: v.array(ScoreFactRecordSchema),
  recordable: v.array(RecordableFactSchema),
  /** Whether the reader may record anything on this unit. */
  mayRecord: v.boolean(),
});
export type ScoreFactList = v.InferOutput<typeof ScoreFactListSchema>;

/** One step of a chain: the result as a grade or as points in words. */
export const GiveAssessmentSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  chain: KeySchema,
  step: KeySchema,
  result: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  reason: v.optional(RecordReasonSchema),
});
export type GiveAssessment = v.InferOutput<typeof GiveAssessmentSchema>;

/** The unit's own answer to a result that waits for it. */
export const AnswerAssessmentSchema = v.object({
  campaignId: CampaignIdSchema,
  chain: KeySchema,
  agrees: v.boolean(),
  reason: v.optional(RecordReasonSchema),
});
export type AnswerAssessment = v.InferOutput<typeof AnswerAssessmentSchema>;

/** 记分: one record of a unit's ledger. A person's name never enters: ledgers of persons are refused. */
export const RecordDemeritSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  ledger: KeySchema,
  on: DaySchema,
  tier: KeySchema,
  quantity: v.optional(QuantitySchema),
  reason: RecordReasonSchema,
  clause: v.optional(KeySchema),
  /** The decision on a penalty that was made beside the points. */
  penalty: v.optional(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))),
});
export type RecordDemerit = v.InferOutput<typeof RecordDemeritSchema>;

export const DemeritRecordSchema = v.object({
  id: DemeritEntryIdSchema,
  ...RecordDemeritSchema.entries,
  state: v.picklist(['standing', 'withdrawn']),
  recordedByPost: v.string(),
  recordedAt: InstantSchema,
  withdrawnReason: v.optional(v.string()),
  version: VersionSchema,
});
export type DemeritRecord = v.InferOutput<typeof DemeritRecordSchema>;
