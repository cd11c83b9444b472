import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

/** 原则要求 · 常态化工作 · 工作任务 · 数字指标 · 责任追究 · 依据 */
export const clauseKinds = [
  'principle',
  'routine',
  'task',
  'target',
  'accountability',
  'basis',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** The clause kinds that may carry something to file. */
export const filingClauseKinds: readonly ClauseKind[] = ['routine', 'task', 'target'];

const PostsSchema = v.object({
  lead: v.optional(v.array(v.string())),
  support: v.optional(v.array(v.string())),
});

/**
 * A node of the document, in document order. `words` is the document's own text, letter by letter.
 * `parent` makes the outline; `workstream` groups clauses of one 专项 across the outline.
 */
export const ClauseSchema = v.object({
  key: KeySchema,
  number: v.string(),
  title: v.optional(v.string()),
  words: v.string(),
  kind: v.picklist(clauseKinds),
  parent: v.optional(KeySchema),
  posts: v.optional(PostsSchema),
  workstream: v.optional(KeySchema),
  /** 口径标签: the document's own catchwords, for grouping; they ask for nothing. */
  labels: v.optional(v.array(KeySchema)),
});
export type Clause = v.InferOutput<typeof ClauseSchema>;

/** 专项: a sub-campaign across the outline, with its own lead. */
export const WorkstreamSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  posts: v.optional(PostsSchema),
});

export const LabelSchema = v.object({ key: KeySchema, title: TextSchema });

/** One body a commission issues under (党委, 行政, 办公室, 领导小组办公室), with its own 机关代字. */
export const IssuingBodySchema = v.object({
  key: KeySchema,
  title: v.string(),
  kind: v.picklist(['party', 'administration', 'office', 'group']),
});
export type IssuingBody = v.InferOutput<typeof IssuingBodySchema>;

/**
 * A series of numbers: 〔2024〕 and a running figure after `prefix`, per issuing body and year.
 * `official` papers are numbered by the office elsewhere and typed in, `business` papers
 * (整改建议书, 督办单) here, when they are signed.
 */
export const NumberSeriesSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  issuer: KeySchema,
  prefix: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  class: v.picklist(['official', 'business']),
});
export type NumberSeries = v.InferOutput<typeof NumberSeriesSchema>;

/** 依据: a paper this one rests on, carries out or replaces. */
export const LineageSchema = v.object({
  relation: v.picklist(['basis', 'carries-out', 'replaces']),
  title: v.string(),
  number: v.optional(v.string()),
  issuer: v.optional(v.string()),
  source: v.optional(SourceSchema),
});

export const disclosures = ['public', 'on-request', 'withheld'] as const;

/** The document itself. What the document does not state is absent, never guessed. */
export const DocumentSchema = v.object({
  title: v.string(),
  kindName: v.string(),
  number: v.optional(v.string()),
  issuer: v.string(),
  issuerInferred: v.optional(v.boolean()),
  signedOn: v.optional(v.pipe(v.string(), v.isoDate())),
  printedOn: v.optional(v.pipe(v.string(), v.isoDate())),
  recipients: v.optional(v.string()),
  basis: v.optional(v.array(v.string())),
  lineage: v.optional(v.array(LineageSchema)),
  /** The body that issued it, where the commission has several. */
  issuingBody: v.optional(KeySchema),
  disclosure: v.picklist(disclosures),
  disclosureInferred: v.optional(v.boolean()),
  note: v.optional(TextSchema),
});
export type CampaignDocument = v.InferOutput<typeof DocumentSchema>;
