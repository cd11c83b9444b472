import { Hono } from 'hono';
import { MeSchema } from '#schema/contracts/identity.ts';
import type { ControlEnv, TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { readMe } from './usecases/read-me.ts';

const description = {
  permission: 'signed-in',
  summary: { zh: '本人信息、岗位和权限', en: 'Who is signed in, with posts and permissions' },
  responses: { 200: { schema: MeSchema } },
} as const;

/** `/api/me` on every host; posts of the control hosts name no unit. */
export function createMeRoutes() {
  return new Hono<TenantEnv | ControlEnv>().get(
    '/',
    describe({ ...description, permission: 'signed-in' }),
    async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await readMe({ context: c.var.context }));
    },
  );
}
