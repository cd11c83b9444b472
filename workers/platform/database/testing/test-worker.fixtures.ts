import { WorkerEntrypoint } from 'cloudflare:workers';
import { counters } from '#schema/tables/tenant/core.table.ts';
import type { Change } from '../change.ts';
import { createDatabaseAccess } from '../database-access.ts';
import type { DatabaseBindings } from '../database-access.ts';
import { findDatabaseError } from '../database.errors.ts';
import { createDurableWriter } from '../durable-writer.ts';

export { TenantWriter } from '../tenant-writer.ts';

type Bindings = DatabaseBindings & { TENANT_WRITER: DurableObjectNamespace };

/** The smallest Worker with a reader and a writer: `POST /<namespace>` commits, `GET` reads. */
class TestWorker extends WorkerEntrypoint<Bindings> {
  override async fetch(request: Request): Promise<Response> {
    const namespace = new URL(request.url).pathname.slice(1);
    if (namespace === 'healthz') return new Response('ok');
    try {
      if (request.method === 'POST') {
        return Response.json(await commit(request, this.env, namespace));
      }
      const db = createDatabaseAccess(this.env).open(namespace);
      return Response.json(await db.select().from(counters).limit(20));
    } catch (error) {
      const status = findDatabaseError(error) ? 503 : 500;
      return new Response(error instanceof Error ? error.message : 'unknown', { status });
    }
  }
}

async function commit(request: Request, env: Bindings, namespace: string) {
  const change = (await request.json()) as Change;
  return createDurableWriter(env.TENANT_WRITER, namespace).commit(change);
}

// oxlint-disable-next-line import/no-default-export -- wrangler bundles no module without one
export default TestWorker;
