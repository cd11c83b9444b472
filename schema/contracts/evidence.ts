import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema, idSchema } from './ids.ts';

export const EvidenceIdSchema = idSchema('evd');

/** The formats of the offices' own programs; told by content, never by name. */
export const evidenceFormats = [
  'pdf',
  'ofd',
  'jpg',
  'png',
  'heic',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'wps',
  'et',
] as const;
export type EvidenceFormat = (typeof evidenceFormats)[number];

/** What a scan of signed and stamped paper can be: pages as they look, not a document to be edited. */
export const scanFormats: ReadonlySet<EvidenceFormat> = new Set<EvidenceFormat>([
  'pdf',
  'ofd',
  'jpg',
  'png',
  'heic',
]);

/** 64 MiB: a 200-page colour scan of an office machine fits. */
export const maxEvidenceBytes = 64 * 1024 * 1024;

export const EvidenceSchema = v.object({
  id: EvidenceIdSchema,
  organizationId: v.nullable(v.string()),
  name: v.string(),
  format: v.picklist(evidenceFormats),
  bytes: v.number(),
  sha256: v.string(),
  provesFrom: v.optional(DaySchema),
  provesTo: v.optional(DaySchema),
  state: v.picklist(['received', 'attached']),
  uploadedAt: InstantSchema,
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

/** Paper has a twin in the record: what is expected or has arrived, when, how many, received by which post. */
export const PaperRegistrationSchema = v.object({
  receivedOn: DaySchema,
  copies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  receiverPost: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500))),
});
export type PaperRegistration = v.InferOutput<typeof PaperRegistrationSchema>;
