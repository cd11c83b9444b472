import type { EditionList } from '#schema/contracts/plugin-host.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pinnedPluginOf } from '../plugins.ts';

/** The 方案模板 a commission may take, newest first; nothing of an edition is loaded. */
export function listEditions(request: { context: TenantContext }): EditionList {
  const { actor, tenant } = request.context;
  assertHolds(actor, 'campaigns.read');
  const plugin = pinnedPluginOf(tenant);
  const editions = plugin.editions
    .map(({ year, title }) => ({ year, title }))
    .toSorted((left, right) => right.year - left.year);
  return {
    plugin: { id: plugin.id, version: plugin.version },
    pinned: tenant.plugin,
    editions,
  };
}
