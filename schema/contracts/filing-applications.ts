import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, idSchema } from './ids.ts';
import { AnswersSchema } from './submissions.ts';

export const ApplicationIdSchema = idSchema('apl');

/** 更正 of what was accepted · 延期 before the due day is over */
export const applicationKinds = ['correction', 'extension'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const applicationStates = ['asked', 'agreed', 'declined'] as const;
export type ApplicationState = (typeof applicationStates)[number];

const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500));

export const AskSchema = v.variant('kind', [
  v.object({ kind: v.literal('correction'), reason: ReasonSchema }),
  v.object({ kind: v.literal('extension'), reason: ReasonSchema, dueOn: DaySchema }),
]);
export type Ask = v.InferOutput<typeof AskSchema>;

export const DecideApplicationSchema = v.variant('agree', [
  v.object({ agree: v.literal(true) }),
  v.object({ agree: v.literal(false), answer: ReasonSchema }),
]);
export type DecideApplication = v.InferOutput<typeof DecideApplicationSchema>;

export const ApplicationSchema = v.object({
  id: ApplicationIdSchema,
  submissionId: v.string(),
  kind: v.picklist(applicationKinds),
  reason: v.string(),
  wantedDueOn: v.optional(DaySchema),
  revision: v.number(),
  state: v.picklist(applicationStates),
  askedByPost: v.string(),
  askedAt: InstantSchema,
  answer: v.optional(v.string()),
  decidedByPost: v.optional(v.string()),
  decidedAt: v.optional(InstantSchema),
});
export type Application = v.InferOutput<typeof ApplicationSchema>;

/** Everything that was filed, the newest first: a correction leaves the old one to be seen. */
export const FiledRevisionsSchema = v.object({
  items: v.array(
    v.object({
      revision: v.number(),
      receiptNumber: v.string(),
      filedAt: InstantSchema,
      filedByPost: v.string(),
      organizationName: v.string(),
      late: v.boolean(),
      onBehalf: v.boolean(),
      answers: AnswersSchema,
      title: TextSchema,
    }),
  ),
  applications: v.array(ApplicationSchema),
});
export type FiledRevisions = v.InferOutput<typeof FiledRevisionsSchema>;
