import { createAuthRoutes } from '#workers/modules/identity/index.ts';
import { createMeRoutes, createOrganizationsRoutes } from '#workers/modules/organizations/index.ts';
import { createEditionsRoutes } from '#workers/modules/plugin-host/index.ts';
import { createTenantRoutes } from '#workers/modules/tenants/index.ts';

/** What a tenant's host serves under `/api/<name>`. A module joins by one line. */
export const tenantModules = {
  auth: createAuthRoutes,
  editions: createEditionsRoutes,
  me: createMeRoutes,
  organizations: createOrganizationsRoutes,
  tenant: createTenantRoutes,
};
