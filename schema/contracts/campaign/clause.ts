import * as v from 'valibot';
import { KeySchema } from './keys.ts';
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
});
export type Clause = v.InferOutput<typeof ClauseSchema>;

export const WorkstreamSchema = v.object({ key: KeySchema, title: TextSchema });

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
  disclosure: v.picklist(disclosures),
  disclosureInferred: v.optional(v.boolean()),
  note: v.optional(TextSchema),
});
export type CampaignDocument = v.InferOutput<typeof DocumentSchema>;
