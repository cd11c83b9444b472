import type { MiddlewareHandler } from 'hono';
import type { AuthSite, SessionReader } from '#workers/modules/identity/index.ts';
import { CONTROL_NAMESPACE } from '#workers/modules/tenants/index.ts';
import type { ControlVisitorContext, TenantResolver } from '#workers/modules/tenants/index.ts';
import type { AppDependencies } from './dependencies.ts';
import { originOf } from './origin-check.ts';
import { limitSessions } from './rate-limit.ts';
import { createSessionGate } from './session-gate.ts';
import { createSiteApp, mountModules } from './site-app.ts';
import type { SiteApp, SiteEnv } from './site-app.ts';

type ControlSiteInput = {
  readonly deps: AppDependencies;
  readonly resolver: Pick<TenantResolver, 'openControl'>;
  readonly sessions: SessionReader;
  /** The hosts share accounts but no session: a cookie is one host's. */
  readonly name: 'oversight' | 'platform';
  readonly modules: Readonly<Record<string, () => object>>;
};

/** The hosts that stand on the control database and reach no tenant's. */
export function createControlSite(input: ControlSiteInput): SiteApp {
  const app = createSiteApp(input.deps);
  app.use('/api/*', openControlSite(input), limitSessions(input.deps.rateLimiter));
  mountModules(app, input.modules);
  return app;
}

function openControlSite(input: ControlSiteInput): MiddlewareHandler<SiteEnv> {
  const { deps, resolver, sessions } = input;
  return async (c, next) => {
    const { facts } = c.env;
    const { authSecret, db, writer } = await resolver.openControl();
    const { clock, ids } = deps;
    const { requestId, locale, secure, address } = facts;
    const visitor: ControlVisitorContext = { db, writer, clock, ids, requestId, locale };
    const auth: AuthSite = {
      source: { namespace: CONTROL_NAMESPACE, scope: 'control', db, writer },
      sessions,
      secret: `${input.name}:${authSecret}`,
      origin: originOf(facts),
      secure,
      address,
    };
    c.set('visitor', visitor);
    c.set('auth', auth);
    c.set(
      'gate',
      createSessionGate({
        c,
        auth,
        clock,
        open: (own) => c.set('context', { ...visitor, ...own }),
      }),
    );
    await next();
  };
}
