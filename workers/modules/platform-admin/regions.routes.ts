import { Hono } from 'hono';
import { RegionListSchema } from '#schema/contracts/platform-admin.ts';
import type { ControlEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { listRegions } from './usecases/list-regions.ts';

/** `/api/tenants` on the operator's host. */
export function createRegionsRoutes() {
  return new Hono<ControlEnv>().get(
    '/',
    describe({
      permission: 'platform.manage-tenants',
      summary: { zh: '地区一览', en: 'Regions' },
      responses: { 200: { schema: RegionListSchema } },
    }),
    async (c) => c.json(await listRegions({ context: c.var.context })),
  );
}
