import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { SourceSchema } from './campaign/source.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema } from './campaigns.ts';
import { DemeritRecordSchema } from './evaluation-records.ts';
import { InstantSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';

const PhraseSchema = v.object({ zh: v.string(), en: v.string() });
const UnitsSchema = v.pipe(v.number(), v.safeInteger());
const captioned = {
  caption: PhraseSchema,
  official: v.literal(false),
  computedAt: InstantSchema,
};

/** 初评→复评→终评 of one unit: who gave what, whose turn it is, until when the unit may answer. */
export const ChainViewSchema = v.object({
  chain: KeySchema,
  title: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  state: v.picklist(['open', 'awaiting-confirmation', 'objected', 'final']),
  reason: PhraseSchema,
  steps: v.array(
    v.object({
      key: KeySchema,
      title: TextSchema,
      by: TextSchema,
      isFinal: v.boolean(),
      /** All that was given at this step, the latest last. */
      given: v.array(
        v.object({
          on: DaySchema,
          result: v.string(),
          reason: v.optional(v.string()),
          post: v.string(),
        }),
      ),
      /** Whether the reader may give this step now. */
      mayGive: v.boolean(),
    }),
  ),
  next: v.nullable(KeySchema),
  result: v.nullable(v.string()),
  confirmedOn: v.nullable(DaySchema),
  answerBy: v.nullable(DaySchema),
  isDeemed: v.boolean(),
  answers: v.array(
    v.object({
      on: DaySchema,
      agrees: v.boolean(),
      reason: v.optional(v.string()),
      post: v.string(),
    }),
  ),
  confirmedBy: v.optional(TextSchema),
  mayAnswer: v.boolean(),
});
export type ChainView = v.InferOutput<typeof ChainViewSchema>;

/** Weighted sum of several sources; figures in 1/10,000 point. */
export const CombinationViewSchema = v.object({
  combination: KeySchema,
  title: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  complete: v.boolean(),
  parts: v.array(
    v.object({
      key: KeySchema,
      score: UnitsSchema,
      counted: UnitsSchema,
      weight: v.string(),
      contribution: UnitsSchema,
      reason: PhraseSchema,
    }),
  ),
  sum: UnitsSchema,
  rounding: UnitsSchema,
  final: UnitsSchema,
  pending: v.array(v.object({ source: KeySchema, reason: PhraseSchema })),
});

/** 不良行为记分 of a unit: the running cycle, its bands and what they lead to. */
export const LedgerViewSchema = v.object({
  ledger: KeySchema,
  title: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  subject: v.picklist(['person', 'unit']),
  tiers: v.array(
    v.object({
      key: KeySchema,
      title: TextSchema,
      points: v.string(),
      penalty: v.boolean(),
      words: v.optional(v.string()),
    }),
  ),
  cycle: v.nullable(v.object({ from: DaySchema, to: DaySchema })),
  points: UnitsSchema,
  lines: v.array(
    v.object({
      entry: v.string(),
      on: DaySchema,
      points: UnitsSchema,
      counted: UnitsSchema,
      reason: PhraseSchema,
    }),
  ),
  bands: v.array(
    v.object({
      key: KeySchema,
      title: TextSchema,
      consequence: v.optional(TextSchema),
      points: UnitsSchema,
      from: DaySchema,
      reason: PhraseSchema,
    }),
  ),
  penaltyMissing: v.array(v.object({ entry: v.string(), reason: PhraseSchema })),
  pending: v.array(PhraseSchema),
  records: v.array(DemeritRecordSchema),
  /** Whether the reader may record on it; never on a ledger of persons. */
  mayRecord: v.boolean(),
});
export type LedgerView = v.InferOutput<typeof LedgerViewSchema>;

export const UseViewSchema = v.object({
  use: KeySchema,
  title: TextSchema,
  decision: KeySchema,
  effect: v.picklist(['veto', 'defer', 'lower', 'inform']),
  from: DaySchema,
  until: v.nullable(DaySchema),
  reason: PhraseSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
});

/**
 * Everything `evaluation` computes for one unit, as of now. A grade counts as a result to be used only
 * where a chain has made it final.
 */
export const EvaluationAnswerSchema = v.object({
  campaignId: CampaignIdSchema,
  organizationId: OrganizationIdSchema,
  organizationName: v.string(),
  ...captioned,
  chains: v.array(ChainViewSchema),
  combinations: v.array(CombinationViewSchema),
  ledgers: v.array(LedgerViewSchema),
  uses: v.array(UseViewSchema),
});
export type EvaluationAnswer = v.InferOutput<typeof EvaluationAnswerSchema>;

/** 裁量: the range of a case, and whether a figure lies in it; nothing is recorded. */
export const DiscretionAnswerSchema = v.object({
  table: KeySchema,
  title: TextSchema,
  unit: TextSchema,
  state: v.picklist(['within', 'outside', 'no-reason', 'no-rule']),
  range: v.nullable(v.object({ min: v.string(), max: v.string(), words: v.optional(v.string()) })),
  reason: PhraseSchema,
  source: SourceSchema,
});
export type DiscretionAnswer = v.InferOutput<typeof DiscretionAnswerSchema>;

const NamedUnitSchema = v.object({ organizationId: v.string(), name: v.string() });

/** Places inside classes, for the commission alone and never to be published. */
export const RankingAnswerSchema = v.object({
  campaignId: CampaignIdSchema,
  ranking: KeySchema,
  title: TextSchema,
  words: v.optional(v.string()),
  source: SourceSchema,
  ...captioned,
  classes: v.array(
    v.object({
      class: KeySchema,
      title: TextSchema,
      places: v.array(
        v.object({
          ...NamedUnitSchema.entries,
          rank: v.number(),
          isTied: v.boolean(),
          total: UnitsSchema,
          grade: v.nullable(TextSchema),
        }),
      ),
      unranked: v.array(v.object({ ...NamedUnitSchema.entries, reason: PhraseSchema })),
      selection: v.nullable(
        v.object({
          quota: v.number(),
          taken: v.array(v.string()),
          undecided: v.array(v.string()),
          reason: PhraseSchema,
        }),
      ),
    }),
  ),
  /** Scored units whose level, kind, ownership and labels are those of no class. */
  outside: v.array(NamedUnitSchema),
  /** All rankings of the campaign, this one included, to choose from. */
  rankings: v.array(v.object({ key: KeySchema, title: TextSchema })),
});
export type RankingAnswer = v.InferOutput<typeof RankingAnswerSchema>;
