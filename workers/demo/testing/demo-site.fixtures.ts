import { findPlugin } from '#plugins/registry.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import { publishCommonIndicators, registerRegionKey } from '#workers/modules/oversight/index.ts';
import { tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { provisionTenant } from '#workers/modules/tenants/index.ts';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import {
  createTestControl,
  createTestTenant,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import { scopeStorage } from '#workers/platform/storage/evidence-storage.ts';
import type { DemoInput, ProvisionedTenant } from '../seed/seed-demo-world.ts';

export const DEMO_NOW = Date.parse('2026-07-08T10:00:00+08:00');
export const DEMO_PASSWORD = 'Qing-feng-4407-lan';

/** Provisioned tenants of the real engine, empty, for a demo to be brought into. */
export async function createDemoSite(
  regions: readonly string[],
  scale: DemoInput['scale'],
): Promise<{ input: DemoInput; close(): Promise<void> }> {
  const control = await createTestControl();
  const evidence = await createFolderStorage();
  const higher = { ...control, clock: { now: () => DEMO_NOW } };
  await publishCommonIndicators({ context: higher });
  const databases = await Promise.all(regions.map(() => createTestTenant()));
  const tenants = await Promise.all(
    regions.map(async (slug, index): Promise<ProvisionedTenant> => {
      const database = databases[index];
      const plugin = findPlugin(slug);
      if (database === undefined || plugin === undefined) throw new Error(`no plugin ${slug}`);
      const { db, writer } = database;
      const profile = await provisionTenant({
        context: { ...database, control: control.writer },
        input: { slug, source: tenantSourceOf(plugin), demo: true },
      });
      const key = await createStoredKey();
      await registerRegionKey({ context: higher, input: { slug, key } });
      const readKey = () => Promise.resolve(key);
      return { profile, db, writer, evidence: scopeStorage(evidence, slug), readKey };
    }),
  );
  return {
    input: { tenants, control, scale, seed: 'demo', now: DEMO_NOW, password: DEMO_PASSWORD },
    close: async () => {
      await Promise.all([...databases, control, evidence].map((each) => each.close()));
    },
  };
}
