import * as v from 'valibot';
import { BrandingSchema, FooterSchema, WordsSchema, regionLevels } from './campaign/branding.ts';
import { TextSchema } from './campaign/text.ts';
import { EmblemHashSchema } from './tenant-branding.ts';

/** The tenant's name in addresses and the name of its database. */
export const SlugSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{1,29}$/));

export const tenantStatuses = ['active', 'suspended'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

export const TenantNamesSchema = v.object({ full: TextSchema, short: TextSchema });
export type TenantNames = v.InferOutput<typeof TenantNamesSchema>;

/** What a commission may set for itself; documents say it differently from region to region. */
export const TenantParametersSchema = v.object({
  /** When a due day ends: `24:00`, or the end of office hours. */
  cutOffHour: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/)),
  /** Fewer answers than this are shown as 样本不足. */
  minimumSample: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000)),
  /** Minutes a year one unit may be asked for before a second signature is needed. */
  ceilingMinutes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000)),
});
export type TenantParameters = v.InferOutput<typeof TenantParametersSchema>;

export const defaultTenantParameters: TenantParameters = {
  cutOffHour: '24:00',
  minimumSample: 30,
  ceilingMinutes: 3_000,
};

export const PluginPinSchema = v.object({ id: v.string(), version: v.string() });
export type PluginPin = v.InferOutput<typeof PluginPinSchema>;

/** Everything a tenant needs to run, kept in its own database; control only mirrors it. */
export const TenantProfileSchema = v.object({
  slug: SlugSchema,
  level: v.picklist(regionLevels),
  divisionCode: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  order: v.pipe(v.number(), v.safeInteger()),
  names: TenantNamesSchema,
  status: v.picklist(tenantStatuses),
  statusReason: v.nullable(v.string()),
  plugin: PluginPinSchema,
  branding: v.object({ ...BrandingSchema.entries, emblem: v.optional(EmblemHashSchema) }),
  words: WordsSchema,
  footer: FooterSchema,
  hosts: v.array(v.string()),
  parameters: TenantParametersSchema,
  demo: v.boolean(),
  version: v.pipe(v.number(), v.safeInteger()),
});
export type TenantProfile = v.InferOutput<typeof TenantProfileSchema>;

/** `GET /api/tenant`: what everybody may know of the host's tenant. */
export const PublicTenantSchema = v.pick(TenantProfileSchema, [
  'level',
  'divisionCode',
  'names',
  'branding',
  'words',
  'footer',
  'demo',
]);
export type PublicTenant = v.InferOutput<typeof PublicTenantSchema>;

export const TenantAnswerSchema = v.object({ id: v.string(), ...PublicTenantSchema.entries });
export type TenantAnswer = v.InferOutput<typeof TenantAnswerSchema>;
