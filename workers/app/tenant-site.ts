import type { MiddlewareHandler } from 'hono';
import type { AuthSite, SessionReader } from '#workers/modules/identity/index.ts';
import { createTenantSuspendedError } from '#workers/modules/tenants/index.ts';
import type { TenantResolver, VisitorContext } from '#workers/modules/tenants/index.ts';
import type { AppDependencies } from './dependencies.ts';
import { originOf } from './origin-check.ts';
import { limitSessions } from './rate-limit.ts';
import { createSessionGate } from './session-gate.ts';
import { createSiteApp, mountModules } from './site-app.ts';
import type { SiteApp, SiteEnv } from './site-app.ts';
import { createMessaging } from './tenant-messaging.ts';
import { tenantModules } from './tenant-modules.ts';

type SiteInput = {
  readonly deps: AppDependencies;
  readonly resolver: TenantResolver;
  readonly sessions: SessionReader;
};

/** A tenant's host: its own database, its own secret, its own people. */
export function createTenantSite(input: SiteInput): SiteApp {
  const app = createSiteApp(input.deps);
  app.use('/api/*', openTenantSite(input), limitSessions(input.deps.rateLimiter));
  mountModules(app, tenantModules);
  return app;
}

function openTenantSite({ deps, resolver, sessions }: SiteInput): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const { facts, slug } = c.env;
    if (slug === undefined) throw new Error('a tenant site is asked for without its tenant');
    const { authSecret, ...opened } = await resolver.openTenant(slug);
    if (opened.tenant.status === 'suspended') throw createTenantSuspendedError();
    const { clock, ids } = deps;
    const { requestId, locale, secure, address } = facts;
    const visitor: VisitorContext = { ...opened, clock, ids, requestId, locale };
    const { db, writer } = opened;
    const auth: AuthSite = {
      source: { namespace: slug, scope: 'tenant', db, writer },
      sessions,
      secret: authSecret,
      origin: originOf(facts),
      secure,
      address,
    };
    c.set('visitor', visitor);
    c.set('auth', auth);
    c.set('messaging', createMessaging(deps, opened.tenant));
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
