/**
 * Owns which commissions' modules this program ships: their editions as templates, loaded one at a
 * time, and the module a tenant is pinned to. The only importer of the registry.
 */
export { createEditionsRoutes } from './plugin-host.routes.ts';
export {
  listPlugins,
  loadEdition,
  packPluginId,
  pinnedPluginOf,
  tenantSourceOf,
} from './plugins.ts';
