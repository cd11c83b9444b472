import * as v from 'valibot';
import { BrandingSchema } from './campaign/branding.ts';
import { InstantSchema, VersionSchema } from './ids.ts';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const words = (max: number) => v.strictObject({ zh: line(max), en: v.optional(line(max * 3)) });
const shaped = (pattern: RegExp) => v.pipe(v.string(), v.trim(), v.regex(pattern));

/** An emblem that was taken in, by the SHA-256 of what is served. */
export const EmblemHashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const maxEmblemBytes = 100 * 1024;
/** A square picture in the masthead: as small as is sharp, as large as is light. */
export const emblemSides = { least: 64, most: 512 } as const;

/** 页脚: who answers for the site, with the numbers that the law asks for. */
export const FooterEditSchema = v.strictObject({
  sponsor: line(60),
  organizer: v.optional(line(60)),
  address: v.optional(line(80)),
  postcode: v.optional(shaped(/^\d{6}$/)),
  phone: v.optional(shaped(/^(?=.*\d)[\d\-（）() 转]{5,30}$/u)),
  icp: v.optional(shaped(/^\p{Script=Han}ICP备\d{8,10}号(?:-\d{1,3})?$/u)),
  publicSecurity: v.optional(shaped(/^\p{Script=Han}公网安备\d{14}号$/u)),
  siteId: v.optional(shaped(/^(?:\d{10}|bm\d{8})$/)),
});

export const WordsEditSchema = v.strictObject({
  self: v.picklist(['本委', '本局']),
  departments: v.picklist(['处室', '科室']),
  territory: line(12),
  office: line(20),
});

/** 品牌与页脚 as a commission sets it over what its template brought. */
export const SiteBrandingSchema = v.strictObject({
  accent: BrandingSchema.entries.accent,
  title: words(30),
  subtitle: v.optional(words(40)),
  mark: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2)),
  motif: BrandingSchema.entries.motif,
  emblem: v.optional(EmblemHashSchema),
  words: WordsEditSchema,
  footer: FooterEditSchema,
});
export type SiteBranding = v.InferOutput<typeof SiteBrandingSchema>;

/** One state of the site: number 0 is what the template brought. */
export const BrandingChangeSchema = v.object({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  at: InstantSchema,
  post: v.nullable(v.string()),
  restored: v.nullable(v.number()),
  site: SiteBrandingSchema,
});
export type BrandingChange = v.InferOutput<typeof BrandingChangeSchema>;

export const BrandingDeskSchema = v.object({
  site: SiteBrandingSchema,
  version: VersionSchema,
  /** The newest first; empty as long as nothing was changed. */
  changes: v.array(BrandingChangeSchema),
});
export type BrandingDesk = v.InferOutput<typeof BrandingDeskSchema>;

export const RestoreBrandingSchema = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export const EmblemSchema = v.object({
  hash: EmblemHashSchema,
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
});
export type StoredEmblem = v.InferOutput<typeof EmblemSchema>;
