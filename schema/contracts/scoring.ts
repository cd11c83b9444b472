import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { ScoreSheetSchema } from './campaign/score-sheet.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema } from './campaigns.ts';
import { ScoreFactRecordSchema } from './evaluation-records.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import { SubmissionIdSchema, submissionStates } from './submissions.ts';

export const DeductionIdSchema = idSchema('ded');

const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));

/** A deduction by exception: everything not listed keeps its full points. `amount` in 1/10,000 point. */
export const RecordDeductionSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  scorecard: v.string(),
  criterion: v.string(),
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  reason: ReasonSchema,
  /** 补救办法: what the unit can do about it, and by when. */
  remedy: v.optional(ReasonSchema),
  submissionId: v.optional(SubmissionIdSchema),
});
export type RecordDeduction = v.InferOutput<typeof RecordDeductionSchema>;

export const WithdrawDeductionSchema = v.object({ reason: ReasonSchema });

export const DeductionSchema = v.object({
  id: DeductionIdSchema,
  ...RecordDeductionSchema.entries,
  recordedByPost: v.string(),
  recordedAt: InstantSchema,
  state: v.picklist(['standing', 'withdrawn']),
  withdrawnReason: v.optional(v.string()),
  version: VersionSchema,
});
export type Deduction = v.InferOutput<typeof DeductionSchema>;

/** A criterion on which a deduction can be recorded; `points` and `remaining` in 1/10,000 point. */
export const RecordableCriterionSchema = v.object({
  scorecard: v.string(),
  criterion: v.string(),
  title: v.string(),
  words: v.string(),
  points: v.number(),
  remaining: v.number(),
});
export type RecordableCriterion = v.InferOutput<typeof RecordableCriterionSchema>;

export const DeductionListSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  items: v.array(DeductionSchema),
  criteria: v.array(RecordableCriterionSchema),
});
export type DeductionList = v.InferOutput<typeof DeductionListSchema>;

/** Where a line of the sheet comes from, in words: the clause's own, or why it is proposed. */
const SourceViewSchema = v.object({ proposed: v.boolean(), text: TextSchema });

/** What is shown beside a node of the sheet: the standard's words, where they stand, the clause. */
export const CriterionNoteSchema = v.object({
  words: v.optional(v.string()),
  source: v.optional(SourceViewSchema),
  clause: v.optional(
    v.object({
      key: v.string(),
      number: v.string(),
      title: v.optional(v.string()),
      words: v.string(),
    }),
  ),
});
export type CriterionNote = v.InferOutput<typeof CriterionNoteSchema>;

/** A filing that a line of the sheet cites in its `materials`. */
export const ScoreMaterialSchema = v.object({
  submissionId: SubmissionIdSchema,
  title: TextSchema,
  occurrence: v.string(),
  state: v.picklist(submissionStates),
  dueOn: v.optional(DaySchema),
  firstFiledAt: v.optional(InstantSchema),
});
export type ScoreMaterial = v.InferOutput<typeof ScoreMaterialSchema>;

/**
 * 得分与依据, computed when it is asked for; never an official result. `criteria` is keyed by the
 * key of a node of the sheet's tree, `sheet` figures are integers of 1/10,000 point.
 */
export const ScoreSheetAnswerSchema = v.object({
  campaignId: CampaignIdSchema,
  campaignTitle: v.string(),
  organizationId: OrganizationIdSchema,
  organizationName: v.string(),
  computedAt: InstantSchema,
  caption: v.object({ zh: v.string(), en: v.string() }),
  official: v.literal(false),
  scorecard: v.object({
    key: v.string(),
    title: TextSchema,
    note: v.optional(TextSchema),
    source: SourceViewSchema,
    /** The names of the grades, so that a veto can say in words how far it lets a unit come. */
    grades: v.array(v.object({ key: v.string(), title: TextSchema })),
  }),
  sheet: ScoreSheetSchema,
  criteria: v.record(v.string(), CriterionNoteSchema),
  materials: v.array(ScoreMaterialSchema),
  /** Standing deductions whose item the version in force no longer has: counted in none. */
  unplaced: v.array(DeductionSchema),
  /** 待核 and counted in nothing; only for who may judge the unit. */
  unconfirmed: v.optional(v.array(ScoreFactRecordSchema)),
});
export type ScoreSheetAnswer = v.InferOutput<typeof ScoreSheetAnswerSchema>;
