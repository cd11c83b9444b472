import { Hono } from 'hono';
import { EditionListSchema } from '#schema/contracts/plugin-host.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { listEditions } from './usecases/list-editions.ts';

/** `/api/editions`: the 方案模板 of the host's tenant. */
export function createEditionsRoutes() {
  return new Hono<TenantEnv>().get(
    '/',
    describe({
      permission: 'campaigns.read',
      summary: { zh: '可用的方案模板', en: 'Templates at hand' },
      responses: { 200: { schema: EditionListSchema } },
      errors: ['plugin-host.unknown_plugin'],
    }),
    (c) => c.json(listEditions({ context: c.var.context })),
  );
}
