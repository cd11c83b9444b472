import { WorkerEntrypoint } from 'cloudflare:workers';
import { createAppDependencies } from './app/app.dependencies.ts';
import { createApp } from './app/app.ts';
import type { Bindings } from './platform/bindings.ts';

export { TenantWriter } from './platform/database/tenant-writer.ts';

let app: ReturnType<typeof createApp> | undefined;

/** Reached only through the supervisor's loopback socket, never from a public one. */
export class Ticker extends WorkerEntrypoint<Bindings> {
  override fetch(): Response {
    return new Response(null, { status: 204 });
  }
}

const worker: ExportedHandler<Bindings> = {
  fetch(request, env, execution) {
    app ??= createApp(createAppDependencies(env));
    return app.fetch(request, env, execution);
  },
};

export default worker;
