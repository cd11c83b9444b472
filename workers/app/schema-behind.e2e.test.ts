import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

const KEPT_MS = 30_001;

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const newest = migrationsOf.tenant.slice(-2).map(({ id }) => id);
const ledger = (sql: string, ids: readonly string[]) =>
  world.site.database.send(ids.map((id) => ({ sql, args: [id] })));

describe('a tenant that the rolling-out of migrations has left behind', () => {
  test('is served while it lacks one version, and its people notice nothing', async () => {
    const clerk = await world.as('clerk');
    await ledger('delete from schema_migrations where id = ?', newest.slice(-1));
    world.clock.tick(KEPT_MS);
    expect((await clerk('/api/me')).status).toBe(200);
  });

  test('answers 503 with a clear code when it lacks two, and the others are served', async () => {
    await ledger('delete from schema_migrations where id = ?', newest);
    world.clock.tick(KEPT_MS);
    for (const path of ['/api/tenant', '/api/me']) {
      const answer = await world.visitor()(path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('30');
      expect(answer.json()).toMatchObject({
        code: 'platform.schema_behind',
        title: '系统正在升级，请稍后重试。',
      });
    }
    expect((await world.visitor(hostOf('xi'))('/api/tenant')).status).toBe(200);
  });

  test('is back with the first request after its migration, without waiting', async () => {
    expect((await world.visitor()('/api/tenant')).status).toBe(503);
    await ledger('insert into schema_migrations (id, applied_at) values (?, 0)', newest);
    expect((await world.visitor()('/api/tenant')).status).toBe(200);
    expect((await (await world.as('clerk'))('/api/me')).status).toBe(200);
  });
});
