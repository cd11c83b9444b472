import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { TenantProfileSchema, defaultTenantParameters } from '#schema/contracts/tenants.ts';
import { listPlugins, loadEdition, pinnedPluginOf, tenantSourceOf } from './plugins.ts';

const [first] = listPlugins();
if (!first) throw new Error('this program ships no plugin');
const pinned = { plugin: { id: first.id, version: first.version } };

describe('the commissions’ modules', () => {
  test.each(listPlugins().map((plugin) => [plugin.id, plugin] as const))(
    '%s is enough to start a tenant',
    (slug, plugin) => {
      const state = { status: 'active', statusReason: null, hosts: [], demo: false, version: 1 };
      const profile = {
        slug,
        ...tenantSourceOf(plugin),
        ...state,
        parameters: defaultTenantParameters,
      };
      expect(v.parse(TenantProfileSchema, profile).plugin.id).toBe(slug);
    },
  );

  test('each region is there once', () => {
    const ids = listPlugins().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the module a tenant is pinned to', () => {
  test('loads an edition only when it is asked for', async () => {
    const [edition] = pinnedPluginOf(pinned).editions;
    const { campaign } = await loadEdition(pinned, edition?.year ?? 0);
    expect(campaign.clauses.length).toBeGreaterThan(0);
  });

  test('a year without an edition, a module that is not shipped: each has its own error', async () => {
    await expect(loadEdition(pinned, 1999)).rejects.toThrow('plugin-host.unknown_edition');
    const missing = { plugin: { id: 'nowhere', version: '1.0.0' } };
    expect(() => pinnedPluginOf(missing)).toThrow('plugin-host.unknown_plugin');
  });
});
