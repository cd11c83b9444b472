import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { AuthSite } from '#workers/modules/identity/index.ts';
import type { Messaging } from '#workers/modules/reminders/index.ts';
import type {
  ControlContext,
  ControlVisitorContext,
  TenantContext,
  VisitorContext,
} from '#workers/modules/tenants/index.ts';
import { answerNotFound, createErrorHandler } from '#workers/platform/http/error-handler.ts';
import type { HttpEnv } from '#workers/platform/http/http-env.ts';
import type { RequestFacts } from './app-env.ts';
import type { AppDependencies } from './dependencies.ts';

/** What the outer app hands to a site's app in place of bindings. */
export type SiteFacts = { readonly facts: RequestFacts; readonly slug: string | undefined };

export type SiteEnv = {
  Bindings: SiteFacts;
  Variables: HttpEnv['Variables'] & {
    auth: AuthSite;
    messaging: Messaging;
    visitor: VisitorContext | ControlVisitorContext;
    context: TenantContext | ControlContext;
  };
};

export type SiteApp = Hono<SiteEnv>;

/** The app of one kind of host, with what all of them share. */
export function createSiteApp(deps: AppDependencies): SiteApp {
  const app = new Hono<SiteEnv>();
  app.onError(createErrorHandler(deps.logger));
  app.notFound(answerNotFound);
  app.use('*', async (c, next) => {
    const { facts } = c.env;
    c.set('requestId', facts.requestId);
    c.set('locale', facts.locale);
    await next();
    facts.route = routePath(c);
  });
  return app;
}

type Modules = Readonly<Record<string, () => object>>;

/** Mounts every module of a host under `/api/<name>`. */
export function mountModules(app: SiteApp, modules: Modules): void {
  for (const [name, createRoutes] of Object.entries(modules)) {
    const routes = createRoutes();
    if (!(routes instanceof Hono)) throw new Error(`module ${name} gives no routes`);
    app.route(`/api/${name}`, routes);
  }
}
