import { counters } from '#schema/tables/tenant/core.table.ts';
import type { Change } from '../change.ts';
import { createDatabaseAccess } from '../database-access.ts';
import type { DatabaseBindings } from '../database-access.ts';
import { findDatabaseError } from '../database.errors.ts';
import { createDurableWriter } from '../durable-writer.ts';

export { TenantWriter } from '../tenant-writer.ts';

type Bindings = DatabaseBindings & { TENANT_WRITER: DurableObjectNamespace };

/** The smallest Worker with a reader and a writer: `POST /<namespace>` commits, `GET` counts. */
const worker: ExportedHandler<Bindings> = {
  async fetch(request, env) {
    const namespace = new URL(request.url).pathname.slice(1);
    if (namespace === 'healthz') return new Response('ok');
    try {
      if (request.method === 'POST') return Response.json(await commit(request, env, namespace));
      const rows = await createDatabaseAccess(env).open(namespace).select().from(counters).limit(20);
      return Response.json(rows);
    } catch (error) {
      const status = findDatabaseError(error) ? 503 : 500;
      return new Response(error instanceof Error ? error.message : 'unknown', { status });
    }
  },
};

async function commit(request: Request, env: Bindings, namespace: string) {
  const change = (await request.json()) as Change;
  return createDurableWriter(env.TENANT_WRITER, namespace).commit(change);
}

export default worker;
