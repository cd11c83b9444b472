import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { publishCommonIndicators, registerRegionKey } from '#workers/modules/oversight/index.ts';
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
  const higher = { db: databases.open(controlNamespace), writer: control, clock };
  await provisionControl({ context: higher });
  await publishCommonIndicators({ context: higher });
  const profiles: TenantProfile[] = [];
  for (const plugin of listPlugins()) {
    const slug = plugin.id;
    await migrateNamespaces(databases, [slug, sealedNamespace(slug)]);
    if (await databases.isSuspended(slug)) continue;
    const profile = await provisionTenant({
      context: { db: databases.open(slug), writer: databases.writerOf(slug), clock, control },
      input: { slug, source: tenantSourceOf(plugin), demo },
    });
    const key = await databases.keyRing.keyFor(slug);
    await registerRegionKey({ context: higher, input: { slug, key } });
    profiles.push(profile);
  }
  return profiles;
}
