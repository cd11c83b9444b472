import { Hono } from 'hono';
import * as v from 'valibot';
import { describe } from '#workers/platform/http/describe.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { AppDependencies } from './dependencies.ts';

const StatusSchema = v.object({ status: v.string() });

/** `/healthz`: the process answers. `/readyz`: the database answers and its schema is current. */
export function createHealthRoutes(deps: Pick<AppDependencies, 'readReadiness'>) {
  return new Hono()
    .get(
      '/healthz',
      describe({
        permission: 'public',
        summary: { zh: '进程存活', en: 'The process lives' },
        responses: { 200: { schema: StatusSchema } },
      }),
      (c) => c.json({ status: 'ok' }),
    )
    .get(
      '/readyz',
      describe({
        permission: 'public',
        summary: {
          zh: '数据库可用且结构为最新',
          en: 'The database is reachable and its schema current',
        },
        responses: { 200: { schema: StatusSchema } },
        errors: ['platform.database_unavailable', 'platform.schema_behind'],
      }),
      async (c) => {
        const readiness = await deps.readReadiness();
        if (readiness === 'old_schema') throw platformErrors['platform.schema_behind']();
        if (readiness === 'database_unavailable') {
          throw platformErrors['platform.database_unavailable']({
            headers: { 'retry-after': '2' },
          });
        }
        return c.json({ status: readiness });
      },
    );
}
