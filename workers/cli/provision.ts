import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { listPlugins, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { provisionControl, provisionTenant } from '#workers/modules/tenants/index.ts';
import type { Clock } from '#workers/platform/clock.ts';
import { sealedNamespace } from '#workers/platform/database/namespace.ts';
import type { Databases } from './supervisor/databases.ts';
import { controlNamespace, migrateNamespaces } from './supervisor/migrations.ts';

/** Gives every commission that this program ships its two databases and its profile, where missing. */
export async function provisionShippedTenants(
  databases: Databases,
  options: { clock: Clock; demo: boolean },
): Promise<TenantProfile[]> {
  const { clock, demo } = options;
  const control = databases.writerOf(controlNamespace);
  await provisionControl({
    context: { db: databases.open(controlNamespace), writer: control, clock },
  });
  const profiles: TenantProfile[] = [];
  for (const plugin of listPlugins()) {
    const slug = plugin.id;
    await migrateNamespaces(databases, [slug, sealedNamespace(slug)]);
    if (await databases.isSuspended(slug)) continue;
    const profile = await provisionTenant({
      context: { db: databases.open(slug), writer: databases.writerOf(slug), clock, control },
      input: { slug, source: tenantSourceOf(plugin), demo },
    });
    profiles.push(profile);
  }
  return profiles;
}
