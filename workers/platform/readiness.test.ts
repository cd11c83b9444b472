import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrationsOf } from '#schema/migrations/registry.ts';
import type { Bindings } from './bindings.ts';
import { createTestTenant } from './database/testing/tenant.fixtures.ts';
import type { TestDatabase } from './database/testing/tenant.fixtures.ts';
import { readReadiness } from './readiness.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

/** The bindings that readiness looks at, of a region's deployment over this suite's database. */
function bindingsOf(part: Partial<Bindings> = {}): Bindings {
  const KEY_RING = JSON.stringify({ [tenant.namespace]: inject('sqldTemplateKey') });
  const url = inject('sqldUrl');
  const own = {
    DEPLOYMENT: tenant.namespace,
    DATABASE_URL: url,
    SEALED_DATABASE_URL: url,
    KEY_RING,
  };
  return { ...own, ...part } as Bindings;
}

test('a deployment whose database answers with the newest schema is ready', async () => {
  expect(await readReadiness(bindingsOf())).toBe('ready');
});

test('one that has still to be migrated is not, by a single step even', async () => {
  const newest = migrationsOf.tenant.at(-1)?.id ?? '';
  await tenant.send([{ sql: 'delete from schema_migrations where id = ?', args: [newest] }]);
  expect(await readReadiness(bindingsOf())).toBe('old_schema');
});

test('one whose database is away, or is not its own, is not', async () => {
  expect(await readReadiness(bindingsOf({ DATABASE_URL: 'http://127.0.0.1:9' }))).toBe(
    'database_unavailable',
  );
  expect(await readReadiness(bindingsOf({ DEPLOYMENT: 'shared' }))).toBe('database_unavailable');
});
