import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { DraftIdSchema, WordingSchema } from './campaigns.ts';
import { InstantSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import { SubmissionSummarySchema } from './submissions.ts';

export const PreviewQuerySchema = v.object({
  draft: DraftIdSchema,
  /** Whose desk it is; without one, the commission's own. */
  organization: v.optional(OrganizationIdSchema),
});

/** One unit of each kind that the draft asks something of, the first in official order. */
export const PreviewExampleSchema = v.object({
  organizationId: OrganizationIdSchema,
  name: v.string(),
  unitClass: WordingSchema,
  units: v.number(),
});
export type PreviewExample = v.InferOutput<typeof PreviewExampleSchema>;

/** A filing that would be there if the draft were published now; it has no record behind it. */
const PreviewTaskSchema = v.object({
  ...v.omit(SubmissionSummarySchema, ['id']).entries,
  id: v.string(),
});
export type PreviewTask = v.InferOutput<typeof PreviewTaskSchema>;

/** What would come to an authority from the units under it. */
export const PreviewIncomingSchema = v.object({
  taskKey: KeySchema,
  title: TextSchema,
  office: v.string(),
  dueOn: v.optional(DaySchema),
  dueWording: v.string(),
  units: v.number(),
});
export type PreviewIncoming = v.InferOutput<typeof PreviewIncomingSchema>;

/** `GET /api/submissions/preview`: a draft as one desk would have it on the day it is published. */
export const DraftPreviewSchema = v.object({
  asOf: InstantSchema,
  commission: v.string(),
  desk: v.object({ organizationId: v.optional(OrganizationIdSchema), name: v.string() }),
  examples: v.array(PreviewExampleSchema),
  now: v.array(PreviewTaskSchema),
  month: v.array(PreviewTaskSchema),
  later: v.array(PreviewTaskSchema),
  incoming: v.array(PreviewIncomingSchema),
});
export type DraftPreview = v.InferOutput<typeof DraftPreviewSchema>;
