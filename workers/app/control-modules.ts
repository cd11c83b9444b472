import { createAuthRoutes } from '#workers/modules/identity/index.ts';
import { createMeRoutes } from '#workers/modules/organizations/index.ts';
import { createOversightRoutes } from '#workers/modules/oversight/index.ts';
import { createRegionsRoutes } from '#workers/modules/platform-admin/index.ts';

/** What the higher authority's host serves under `/api/<name>`. */
export const oversightModules = {
  auth: createAuthRoutes,
  me: createMeRoutes,
  oversight: createOversightRoutes,
};

/** What the operator's host serves under `/api/<name>`. */
export const platformModules = {
  auth: createAuthRoutes,
  me: createMeRoutes,
  tenants: createRegionsRoutes,
};
