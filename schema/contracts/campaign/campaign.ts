import * as v from 'valibot';
import {
  ClauseSchema,
  DocumentSchema,
  IssuingBodySchema,
  LabelSchema,
  NumberSeriesSchema,
  WorkstreamSchema,
} from './clause.ts';
import { DaySchema, PhaseSchema } from './dates.ts';
import { EvaluationSchema } from './evaluation.ts';
import { FormSchema } from './form.ts';
import { CrosswalkSchema, IndicatorSchema } from './indicator.ts';
import { KeySchema } from './keys.ts';
import { RegisterSchema } from './register.ts';
import { ScorecardSchema } from './scorecard.ts';
import { SourceSchema } from './source.ts';
import { OfficeSchema, TaskSchema } from './task.ts';
import { TextSchema } from './text.ts';

/** The meaning of the language has a number; a change of meaning is a new number. */
export const languageVersion = 1;

export const ApprovalStepDefinitionSchema = v.object({
  key: KeySchema,
  title: v.string(),
  role: v.picklist(['drafter', 'checker', 'countersigner', 'signer']),
});
export type ApprovalStepDefinition = v.InferOutput<typeof ApprovalStepDefinitionSchema>;

export const DictionarySchema = v.object({
  key: KeySchema,
  title: TextSchema,
  entries: v.array(v.object({ key: KeySchema, label: TextSchema })),
  source: SourceSchema,
});

/** 承接: the campaign of a higher authority that this one carries out, by the hash of what it says. */
export const InheritanceSchema = v.object({
  key: KeySchema,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  title: v.string(),
  issuer: v.string(),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Inheritance = v.InferOutput<typeof InheritanceSchema>;

/** A campaign as data: the document's clauses, and everything that hangs on them. */
export const CampaignSchema = v.object({
  languageVersion: v.literal(languageVersion),
  key: KeySchema,
  title: v.string(),
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  period: v.object({ from: DaySchema, to: DaySchema }),
  document: DocumentSchema,
  inherits: v.optional(InheritanceSchema),
  offices: v.array(OfficeSchema),
  issuers: v.optional(v.array(IssuingBodySchema)),
  series: v.optional(v.array(NumberSeriesSchema)),
  approval: v.pipe(v.array(ApprovalStepDefinitionSchema), v.minLength(2)),
  workstreams: v.optional(v.array(WorkstreamSchema)),
  labels: v.optional(v.array(LabelSchema)),
  clauses: v.array(ClauseSchema),
  phases: v.array(PhaseSchema),
  tasks: v.array(TaskSchema),
  forms: v.array(FormSchema),
  registers: v.array(RegisterSchema),
  indicators: v.array(IndicatorSchema),
  scorecards: v.array(ScorecardSchema),
  crosswalk: v.array(CrosswalkSchema),
  dictionaries: v.optional(v.array(DictionarySchema)),
  evaluation: v.optional(EvaluationSchema),
});
export type Campaign = v.InferOutput<typeof CampaignSchema>;

/** The parts of a draft that are edited and versioned one by one. */
export const campaignPartKinds = [
  'head',
  'clause',
  'phase',
  'task',
  'form',
  'register',
  'indicator',
  'scorecard',
  'dictionary',
] as const;
export type CampaignPartKind = (typeof campaignPartKinds)[number];
