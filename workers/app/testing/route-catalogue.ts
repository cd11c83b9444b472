import { accessOf } from '#workers/platform/http/describe.ts';
import type { Access } from '#workers/platform/http/http-env.ts';

export type CatalogueRoute = {
  readonly method: string;
  /** The pattern, as mounted: `/api/organizations/:id`. */
  readonly pattern: string;
  /** Absent: the route names neither a permission nor that it is public. */
  readonly access: Access | undefined;
};

type Mounted = { readonly routes: readonly { method: string; path: string; handler: object }[] };

/** Every route of a site's app with who may call it, from the mounted app itself. */
export function listRoutes(app: Mounted): CatalogueRoute[] {
  const routes = new Map<string, CatalogueRoute>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    const access = routes.get(key)?.access ?? accessOf(handler);
    routes.set(key, { method, pattern: path, access });
  }
  return [...routes.values()];
}
