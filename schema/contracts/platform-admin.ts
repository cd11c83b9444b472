import * as v from 'valibot';
import { InstantSchema } from './ids.ts';
import { TenantProfileSchema } from './tenants.ts';

/** What control recorded of a database's last migration. */
export const MigrationStateSchema = v.object({
  version: v.string(),
  state: v.picklist(['done', 'failed']),
  finishedAt: InstantSchema,
  /** Whether that is the newest version this program knows. */
  current: v.boolean(),
});
export type MigrationState = v.InferOutput<typeof MigrationStateSchema>;

/** A region as the operator sees it: what control mirrors, nothing of its content. */
export const RegionSchema = v.object({
  ...v.pick(TenantProfileSchema, [
    'slug',
    'level',
    'divisionCode',
    'names',
    'status',
    'plugin',
    'demo',
    'hosts',
  ]).entries,
  database: v.nullable(MigrationStateSchema),
  sealedDatabase: v.nullable(MigrationStateSchema),
  /** When the newest signed audit head arrived that control keeps of it. */
  auditHeadAt: v.nullable(InstantSchema),
});
export type Region = v.InferOutput<typeof RegionSchema>;

/** `GET /api/tenants` on the operator's host. */
export const RegionListSchema = v.object({ items: v.array(RegionSchema), asOf: InstantSchema });
export type RegionList = v.InferOutput<typeof RegionListSchema>;
