import { WorkerEntrypoint } from 'cloudflare:workers';
import { createAppDependencies } from './app/app.dependencies.ts';
import { createApp } from './app/app.ts';
import type { Bindings } from './platform/bindings.ts';

export { TenantWriter } from './platform/database/tenant-writer.ts';

let app: ReturnType<typeof createApp> | undefined;

/** One app an isolate: its parts are parsed once and hold no connection. */
function appOf(env: Bindings): ReturnType<typeof createApp> {
  app ??= createApp(createAppDependencies(env));
  return app;
}

/** Reached only through the supervisor's loopback socket, never from a public one. */
export class Ticker extends WorkerEntrypoint<Bindings> {
  override async fetch(): Promise<Response> {
    await appOf(this.env).work.tick();
    return new Response(null, { status: 204 });
  }
}

const worker: ExportedHandler<Bindings> = {
  fetch(request, env, execution) {
    return appOf(env).fetch(request, env, execution);
  },
  async scheduled(_event, env) {
    await appOf(env).work.tick();
  },
};

export default worker;
