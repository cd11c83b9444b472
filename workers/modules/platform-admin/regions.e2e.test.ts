import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegionList } from '#schema/contracts/platform-admin.ts';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { suspendTenant } from '#workers/modules/tenants/index.ts';
import { recordMigration } from '#workers/platform/database/migrate-all.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const newest = migrationsOf.tenant.at(-1)?.id ?? '';
const list = async () => {
  const operator = await world.as('operator', hostOf('platform'));
  return (await operator('/api/tenants')).json<RegionList>();
};
const record = (namespace: string, version: string, error?: string) => {
  const report = { applied: [version], version };
  const run = { runId: `run-${world.clock.now()}`, clock: world.clock };
  return world.control.writer.commit(recordMigration(run, namespace, report, error));
};

describe('the operator’s list of regions', () => {
  test('names every region with its level, code and template, and knows nothing it was not told', async () => {
    const { items, asOf } = await list();
    expect(items.map(({ slug }) => slug)).toEqual(['dong', 'xi']);
    expect(items[0]).toMatchObject({
      level: 'district',
      divisionCode: '990101',
      status: 'active',
      plugin: { id: 'test', version: '1.0.0' },
      hosts: ['dong.example.org'],
      database: null,
      auditHeadAt: null,
    });
    expect(asOf).toBe(world.clock.now());
  });

  test('shows the last migration of each database and whether it is the newest', async () => {
    await record('dong', '0001-core');
    await record('xi', newest);
    const [first, second] = (await list()).items;
    expect(first?.database).toMatchObject({ version: '0001-core', state: 'done', current: false });
    expect(second?.database).toMatchObject({ version: newest, current: true });
    world.clock.tick(1000);
    await record('dong', newest, 'no space left');
    const [failed] = (await list()).items;
    expect(failed?.database).toMatchObject({ state: 'failed', current: false });
    expect(failed?.sealedDatabase).toBeNull();
  });

  test('shows a suspended region as suspended', async () => {
    const site = world.sites['xi'];
    const context = { ...site?.database, control: world.control.writer };
    await suspendTenant({
      context: context as Parameters<typeof suspendTenant>[0]['context'],
      input: { reason: '测试', actor: testActor },
    });
    expect((await list()).items.map(({ status }) => status)).toEqual(['active', 'suspended']);
  });

  test('is refused to an analyst, who shares the accounts and not the permission', async () => {
    const analyst = await world.as('analyst', hostOf('platform'));
    expect((await analyst('/api/tenants')).status).toBe(403);
  });
});
