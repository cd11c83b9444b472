import type { Template } from '#schema/contracts/campaigns.ts';
import { pinnedPluginOf } from '#workers/modules/plugin-host/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';

/** 方案模板: the commission's own editions, the newest first; another region's are not shown. */
export function listTemplates(request: { context: TenantContext }): { items: Template[] } {
  const { actor, tenant } = request.context;
  assertCan(actor, 'campaigns.draft', {});
  const plugin = pinnedPluginOf(tenant);
  const items = plugin.editions.map(({ year, title }) => ({
    plugin: plugin.id,
    pluginVersion: plugin.version,
    year,
    title,
    own: true,
  }));
  return { items: items.toSorted((left, right) => right.year - left.year) };
}
