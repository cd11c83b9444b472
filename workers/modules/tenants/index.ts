/**
 * Owns who a tenant is: its profile in its own database, control's mirror of it, and the resolver,
 * the only maker of database handles. Also the contexts that every use case works with.
 */
export type {
  Actor,
  ControlContext,
  ControlEnv,
  ControlVisitorContext,
  TenantContext,
  TenantEnv,
  TenantJobContext,
  VisitorContext,
} from './context.ts';
export { createTenantSuspendedError, createUnknownHostError } from './tenants.errors.ts';
export { listMirroredTenants, readStoredTenant } from './tenants.repository.ts';
export { CONTROL_NAMESPACE, createTenantResolver } from './tenants.resolver.ts';
export type { Site, TenantResolver } from './tenants.resolver.ts';
export { createTenantRoutes } from './tenants.routes.ts';
export { provisionControl } from './usecases/provision-control.ts';
export { provisionTenant } from './usecases/provision-tenant.ts';
export type { TenantSource } from './usecases/provision-tenant.ts';
export { resumeTenant, suspendTenant } from './usecases/set-tenant-status.ts';
