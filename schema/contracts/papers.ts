import * as v from 'valibot';
import { IssuingBodySchema, NumberSeriesSchema } from './campaign/clause.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { TextSchema } from './campaign/text.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const PaperIdSchema = idSchema('ppr');

/** What a paper is about; `other` is told by its title alone. */
export const paperSubjects = ['register-entry', 'submission', 'other'] as const;
export const PaperSubjectSchema = v.variant('kind', [
  v.object({ kind: v.literal('register-entry'), id: idSchema('ent') }),
  v.object({ kind: v.literal('submission'), id: idSchema('sub') }),
  v.object({ kind: v.literal('other') }),
]);
export type PaperSubject = v.InferOutput<typeof PaperSubjectSchema>;

const TitleSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200));
const PostSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60));

/**
 * 取号, or for an official paper 登记文号: `number` is what the office gave it and is typed in there,
 * and never given for a business paper. The year of the series is the year of signing.
 */
export const TakeNumberSchema = v.strictObject({
  campaign: idSchema('cmp'),
  series: KeySchema,
  title: TitleSchema,
  subject: PaperSubjectSchema,
  signedOn: DaySchema,
  signerPost: PostSchema,
  number: v.optional(v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(60))),
});
export type TakeNumber = v.InferOutput<typeof TakeNumberSchema>;

export const VoidNumberSchema = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500)),
});

export const PaperSchema = v.object({
  id: PaperIdSchema,
  /** As it stands on paper: 测卫督〔2026〕3号. */
  text: v.string(),
  prefix: v.string(),
  year: v.number(),
  number: v.number(),
  class: NumberSeriesSchema.entries.class,
  issuer: v.string(),
  series: TextSchema,
  title: v.string(),
  subject: v.object({ kind: v.picklist(paperSubjects), id: v.optional(v.string()) }),
  signedOn: DaySchema,
  signerPost: v.string(),
  takenByPost: v.string(),
  takenAt: InstantSchema,
  void: v.optional(v.object({ reason: v.string(), post: v.string(), at: InstantSchema })),
  version: VersionSchema,
});
export type Paper = v.InferOutput<typeof PaperSchema>;

/** The series that papers can be numbered in, by issuing body, with the years that have numbers. */
export const PaperSeriesListSchema = v.object({
  asOf: InstantSchema,
  series: v.array(
    v.object({
      campaign: v.string(),
      key: KeySchema,
      title: TextSchema,
      prefix: v.string(),
      class: NumberSeriesSchema.entries.class,
      issuer: IssuingBodySchema,
      years: v.array(v.number()),
    }),
  ),
});
export type PaperSeriesList = v.InferOutput<typeof PaperSeriesListSchema>;
export type PaperSeries = PaperSeriesList['series'][number];

/** The numbers of a series in a year, in order; `gaps` are numbers that nothing on record explains. */
export const PaperListSchema = v.object({
  papers: v.array(PaperSchema),
  gaps: v.array(v.tuple([v.number(), v.number()])),
  inUse: v.number(),
  void: v.number(),
});
export type PaperList = v.InferOutput<typeof PaperListSchema>;
