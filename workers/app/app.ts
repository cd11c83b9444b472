import { Hono } from 'hono';
import type { Context } from 'hono';
import { createSessionReader } from '#workers/modules/identity/index.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { createTenantResolver, createUnknownHostError } from '#workers/modules/tenants/index.ts';
import type { Site } from '#workers/modules/tenants/index.ts';
import { answerNotFound, createErrorHandler } from '#workers/platform/http/error-handler.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import type { RootEnv } from './app-env.ts';
import { oversightModules, platformModules } from './control-modules.ts';
import { createControlSite } from './control-site.ts';
import type { AppDependencies } from './dependencies.ts';
import { serveFrontPages } from './front-pages.ts';
import { createHealthRoutes } from './health.routes.ts';
import { createOpenApiRoutes } from './open-api.routes.ts';
import { checkOrigin, isUnsafe } from './origin-check.ts';
import { createOversightPost } from './oversight-post.ts';
import { limitStrangers } from './rate-limit.ts';
import { learnRequest } from './request-facts.ts';
import { logRequests } from './request-log.ts';
import { secureHeaders } from './security-headers.ts';
import type { SiteApp, SiteFacts } from './site-app.ts';
import { createTenantSite } from './tenant-site.ts';
import { createTenantWork } from './tenant-work.ts';
import { answerUnknownHost, wantsPage } from './unknown-host.ts';

type Served = Exclude<Site['kind'], 'unknown'>;

const titles: Readonly<Record<Served, Readonly<Record<Locale, string>>>> = {
  tenant: { 'zh-CN': '清风 · 主办单位站点', en: 'Qingfeng · site of a commission' },
  oversight: { 'zh-CN': '清风 · 上级机关', en: 'Qingfeng · higher authority' },
  platform: { 'zh-CN': '清风 · 平台运维', en: 'Qingfeng · platform operator' },
};

/** The whole server: one request in, the site of its host, one answer out. */
export function createApp(deps: AppDependencies) {
  const resolver = createTenantResolver(deps);
  const sites = createSites(deps, resolver);
  const root = new Hono<RootEnv>();
  const post = createOversightPost(deps, (request) => root.fetch(request));
  const work = createTenantWork(deps, resolver, post);
  root.onError(createErrorHandler(deps.logger));
  root.notFound(answerNotFound);
  root.use(learnRequest(deps), logRequests(deps.logger), secureHeaders);
  root.route('/', createHealthRoutes(deps));
  root.use('/api/*', checkOrigin, limitStrangers(deps.rateLimiter));
  root.all('*', async (c) => {
    const facts = c.get('facts');
    const site = await resolver.resolveHost(facts.host);
    if (site.kind === 'unknown') {
      if (wantsPage(c)) return answerUnknownHost(c);
      throw createUnknownHostError();
    }
    const slug = site.kind === 'tenant' ? site.slug : undefined;
    const handed: SiteFacts = { facts, slug };
    const answer = await sites[site.kind].fetch(c.req.raw, handed);
    if (slug !== undefined && isUnsafe(c.req.method) && answer.ok) {
      afterAnswer(c, () => work.sweepSoon(slug));
    }
    return answer;
  });
  return Object.assign(root, { sites, resolver, work });
}

/** Goes on after the answer is on its way; where nothing can (a test), the next tick does it. */
function afterAnswer(c: Context<RootEnv>, work: () => Promise<unknown>): void {
  let execution: Context['executionCtx'] | undefined;
  try {
    execution = c.executionCtx;
  } catch {
    return;
  }
  execution.waitUntil(work());
}

/** Each is made when the first request for it arrives: most isolates serve one kind of host. */
function createSites(
  deps: AppDependencies,
  resolver: ReturnType<typeof createTenantResolver>,
): Readonly<Record<Served, SiteApp>> {
  const sessions = createSessionReader({ clock: deps.clock, permissionsOf });
  const shared = { deps, resolver, sessions };
  const create: Readonly<Record<Served, () => SiteApp>> = {
    tenant: () => createTenantSite(shared),
    oversight: () => createControlSite({ ...shared, name: 'oversight', modules: oversightModules }),
    platform: () => createControlSite({ ...shared, name: 'platform', modules: platformModules }),
  };
  const made = new Map<Served, SiteApp>();
  const siteOf = (kind: Served): SiteApp => {
    const site = made.get(kind) ?? furnishSite(create[kind](), kind, deps);
    made.set(kind, site);
    return site;
  };
  return {
    get tenant() {
      return siteOf('tenant');
    },
    get oversight() {
      return siteOf('oversight');
    },
    get platform() {
      return siteOf('platform');
    },
  };
}

function furnishSite(site: SiteApp, kind: Served, deps: AppDependencies): SiteApp {
  const documented = () =>
    new Hono().route('/', createHealthRoutes(deps)).route('/', asPlainRoutes(site));
  site.route('/', createOpenApiRoutes({ title: titles[kind], documented }));
  return site.use('*', serveFrontPages(deps.serveAsset, kind));
}

/** Only the descriptions are read here, which know nothing of a site's variables. */
function asPlainRoutes(site: SiteApp): Hono {
  return site as unknown as Hono;
}
