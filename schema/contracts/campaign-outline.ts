import * as v from 'valibot';
import {
  ClauseSchema,
  DocumentSchema,
  LabelSchema,
  WorkstreamSchema,
  disclosures,
} from './campaign/clause.ts';
import { DaySchema } from './campaign/dates.ts';
import { IndicatorSchema } from './campaign/indicator.ts';
import { RegisterSchema } from './campaign/register.ts';
import { TaskSchema } from './campaign/task.ts';
import { TextSchema } from './campaign/text.ts';
import { CampaignIdSchema, WordingSchema } from './campaigns.ts';
import { InstantSchema } from './ids.ts';

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
  /** 第2版（6月3日修订）. */
  versionLabel: WordingSchema,
  publishedAt: InstantSchema,
  amendedOn: v.optional(DaySchema),
});
export type CampaignSummary = v.InferOutput<typeof CampaignSummarySchema>;
export const CampaignListSchema = v.object({ items: v.array(CampaignSummarySchema) });

/** A date as the document says it, and the day it comes to where there is one. */
const OutlineDateSchema = v.object({
  wording: v.string(),
  on: v.optional(DaySchema),
  label: v.optional(WordingSchema),
  advice: v.optional(WordingSchema),
  /** 本平台建议: why the date is there, where the document does not give it. */
  proposed: v.optional(TextSchema),
});
export type OutlineDate = v.InferOutput<typeof OutlineDateSchema>;

const OutlineTaskSchema = v.object({
  ...v.pick(TaskSchema, [
    'key',
    'title',
    'deliverables',
    'signOff',
    'nilReturn',
    'minutes',
    'guidance',
    'source',
  ]).entries,
  audience: WordingSchema,
  office: v.string(),
  form: v.object({ key: v.string(), title: v.optional(TaskSchema.entries.title) }),
  due: v.optional(OutlineDateSchema),
  /** The turns of a recurring task. */
  occurrences: v.array(v.object({ key: v.string(), on: DaySchema, label: WordingSchema })),
});
export type OutlineTask = v.InferOutput<typeof OutlineTaskSchema>;

/** A clause with what hangs on it, in document order; `parent` makes the outline. */
const OutlineClauseSchema = v.object({
  ...ClauseSchema.entries,
  tasks: v.array(OutlineTaskSchema),
  indicators: v.array(
    v.pick(IndicatorSchema, [
      'key',
      'title',
      'definition',
      'unit',
      'direction',
      'target',
      'source',
    ]),
  ),
  registers: v.array(v.pick(RegisterSchema, ['key', 'title', 'noun', 'sealed', 'source'])),
});
export type OutlineClause = v.InferOutput<typeof OutlineClauseSchema>;

export const CampaignDetailSchema = v.object({
  summary: CampaignSummarySchema,
  document: DocumentSchema,
  workstreams: v.array(WorkstreamSchema),
  labels: v.optional(v.array(LabelSchema)),
  phases: v.array(
    v.object({
      key: v.string(),
      title: v.string(),
      clause: v.optional(v.string()),
      from: OutlineDateSchema,
      to: OutlineDateSchema,
    }),
  ),
  clauses: v.array(OutlineClauseSchema),
  /** 修订说明: what this version says otherwise than the one before. */
  changes: v.array(WordingSchema),
});
export type CampaignDetail = v.InferOutput<typeof CampaignDetailSchema>;

export const VersionListSchema = v.object({
  items: v.array(
    v.object({
      hash: v.string(),
      number: v.number(),
      label: WordingSchema,
      publishedAt: InstantSchema,
      issueNumber: v.optional(v.string()),
      changes: v.array(WordingSchema),
    }),
  ),
});
export type VersionList = v.InferOutput<typeof VersionListSchema>;

/** What anybody may read before signing in: documents whose attribute is 主动公开, and no more. */
export const PublicCampaignsSchema = v.object({
  items: v.array(
    v.object({
      ...v.pick(CampaignSummarySchema, [
        'id',
        'title',
        'kindName',
        'year',
        'number',
        'printedOn',
        'versionLabel',
      ]).entries,
      issuer: v.string(),
      clauses: v.array(v.pick(ClauseSchema, ['key', 'number', 'title', 'words', 'parent'])),
    }),
  ),
});
export type PublicCampaigns = v.InferOutput<typeof PublicCampaignsSchema>;
