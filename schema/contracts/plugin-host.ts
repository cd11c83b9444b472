import * as v from 'valibot';
import { TextSchema } from './campaign/text.ts';
import { PluginPinSchema } from './tenants.ts';

/** The editions (方案模板) of the module a tenant is pinned to. */
export const EditionListSchema = v.object({
  /** As this program ships it; differs from `pinned` after an upgrade. */
  plugin: PluginPinSchema,
  pinned: PluginPinSchema,
  editions: v.array(v.object({ year: v.pipe(v.number(), v.safeInteger()), title: TextSchema })),
});
export type EditionList = v.InferOutput<typeof EditionListSchema>;
