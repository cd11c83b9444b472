import type { MiddlewareHandler } from 'hono';
import type { Site } from '#workers/modules/tenants/index.ts';
import type { ServeAsset } from './dependencies.ts';
import type { SiteEnv } from './site-app.ts';

const pages = {
  oversight: '/oversight/index.html',
  platform: '/platform/index.html',
  portal: '/portal/index.html',
  console: '/console/index.html',
} as const;

/** The page that opens at an address: which front end is the host's and the first folder's word. */
export function pageOf(kind: Exclude<Site['kind'], 'unknown'>, path: string): string {
  if (kind !== 'tenant') return pages[kind];
  return path === '/console' || path.startsWith('/console/') ? pages.console : pages.portal;
}

/** Serves the front end: files by name, every other address by the host's page. */
export function serveFrontPages(
  serve: ServeAsset,
  kind: Exclude<Site['kind'], 'unknown'>,
): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    if (path.startsWith('/api/') || (method !== 'GET' && method !== 'HEAD')) return next();
    const isFile = /\.[a-z0-9]+$/i.test(path);
    const wanted = isFile ? path : pageOf(kind, path);
    if (isFile && path.endsWith('.html')) return next();
    const answer = await serve(c.req.raw, wanted);
    return answer ?? next();
  };
}
