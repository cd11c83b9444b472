import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Bindings } from './platform/bindings.ts';
import { readReadiness } from './platform/readiness.ts';

export { TenantWriter } from './platform/database/tenant-writer.ts';

async function answerReadiness(bindings: Bindings): Promise<Response> {
  const status = await readReadiness(bindings);
  return Response.json({ status }, { status: status === 'ready' ? 200 : 503 });
}

/** Reached only through the supervisor's loopback socket, never from a public one. */
export class Ticker extends WorkerEntrypoint<Bindings> {
  override fetch(): Response {
    return new Response(null, { status: 204 });
  }
}

const worker: ExportedHandler<Bindings> = {
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return Response.json({ status: 'ok' });
    if (pathname === '/readyz') return answerReadiness(env);
    return new Response('Not Found', { status: 404 });
  },
};

export default worker;
