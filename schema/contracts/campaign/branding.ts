import * as v from 'valibot';
import { TextSchema } from './text.ts';

const ColourSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));

/** How a portal looks: one accent colour, a title, a simple motif; no flag, no map, no seal. */
export const BrandingSchema = v.object({
  accent: ColourSchema,
  title: TextSchema,
  subtitle: v.optional(TextSchema),
  mark: v.pipe(v.string(), v.minLength(1), v.maxLength(2)),
  motif: v.picklist(['plain', 'rule', 'double-rule', 'wave', 'lattice']),
});
export type Branding = v.InferOutput<typeof BrandingSchema>;

/** A unit's own words: what it calls itself, its departments and its territory. */
export const WordsSchema = v.object({
  self: v.picklist(['本委', '本局']),
  departments: v.picklist(['处室', '科室']),
  territory: v.string(),
  office: v.string(),
});
export type Words = v.InferOutput<typeof WordsSchema>;

/** Footer duties of a government site; what a commission has not filled in stays absent. */
export const FooterSchema = v.object({
  sponsor: v.string(),
  organizer: v.optional(v.string()),
  address: v.optional(v.string()),
  postcode: v.optional(v.string()),
  phone: v.optional(v.string()),
  icp: v.optional(v.string()),
  publicSecurity: v.optional(v.string()),
  siteId: v.optional(v.string()),
});
export type Footer = v.InferOutput<typeof FooterSchema>;

export const regionLevels = ['province', 'prefecture', 'district'] as const;
export type RegionLevel = (typeof regionLevels)[number];
