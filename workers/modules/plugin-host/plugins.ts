import { findPlugin, plugins } from '#plugins/registry.ts';
import type { EditionModule, Plugin } from '#plugins/sdk/define.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';
import { createUnknownEditionError, createUnknownPluginError } from './plugin-host.errors.ts';

/** Every commission that this program ships a module for, in official order. */
export function listPlugins(): readonly Plugin[] {
  return plugins;
}

/** The pin of a tenant that came from a file alone; no module of the program is behind it. */
export const packPluginId = 'pack';

/** The module a tenant is pinned to; without editions where a file alone made the tenant. */
export function pinnedPluginOf(
  tenant: Pick<TenantProfile, 'plugin'>,
): Pick<Plugin, 'id' | 'version' | 'editions'> {
  if (tenant.plugin.id === packPluginId) return { ...tenant.plugin, editions: [] };
  const plugin = findPlugin(tenant.plugin.id);
  if (!plugin) throw createUnknownPluginError();
  return plugin;
}

/** Who a commission's module says it is, as a new tenant starts with it. */
export function tenantSourceOf(plugin: Plugin): TenantSource {
  const { level, divisionCode, names, order } = plugin.region;
  return {
    level,
    divisionCode,
    names,
    order,
    branding: plugin.branding,
    words: plugin.words,
    footer: plugin.footer,
    plugin: { id: plugin.id, version: plugin.version },
  };
}

/** One edition of the tenant's own module; the campaign is loaded only here. */
export async function loadEdition(
  tenant: Pick<TenantProfile, 'plugin'>,
  year: number,
): Promise<EditionModule> {
  const edition = pinnedPluginOf(tenant).editions.find((candidate) => candidate.year === year);
  if (!edition) throw createUnknownEditionError();
  return edition.load();
}
