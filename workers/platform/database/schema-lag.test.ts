import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { assertSchemaServed, schemaLag } from './schema-lag.ts';
import { createTestControl, createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

const ids = migrationsOf.tenant.map(({ id }) => id);
const fromNewest = (place: number) => ids.at(-1 - place) ?? '';

test('the lag is the number of migrations that a database lacks', () => {
  const list = ['0001-a', '0002-b', '0003-c'].map((id) => ({ id }));
  const lags = ['0003-c', '0002-b', '0001-a', undefined].map((newest) => schemaLag(newest, list));
  expect(lags).toEqual([0, 1, 2, 3]);
});

test('a database that a newer program has migrated lacks nothing', () => {
  expect(schemaLag('0009-later', [{ id: '0001-a' }])).toBe(0);
});

describe('while a migration is rolled out, tenant by tenant', () => {
  let tenant: TestDatabase;
  beforeEach(async () => {
    tenant = await createTestTenant();
  });
  afterEach(() => tenant.close());

  const forget = (id: string) =>
    tenant.send([{ sql: 'delete from schema_migrations where id = ?', args: [id] }]);
  const refusal = () => assertSchemaServed(tenant.db, 'tenant').catch((error: unknown) => error);

  test('a tenant that has it, and one that is next in turn, are both served', async () => {
    expect(await refusal()).toBeUndefined();
    await forget(fromNewest(0));
    expect(await refusal()).toBeUndefined();
  });

  test('a tenant that was left out twice is not: 503, with the time to ask again', async () => {
    await forget(fromNewest(0));
    await forget(fromNewest(1));
    expect(await refusal()).toMatchObject({
      code: 'platform.schema_behind',
      status: 503,
      details: { headers: { 'retry-after': '30' } },
    });
  });

  test('a tenant that a newer program has touched is served', async () => {
    const sql = 'insert into schema_migrations (id, applied_at) values (?, 0)';
    await tenant.send([{ sql, args: ['9999-of-tomorrow'] }]);
    expect(await refusal()).toBeUndefined();
  });

  test('a database without any ledger entry is not', async () => {
    await tenant.send([{ sql: 'delete from schema_migrations' }]);
    expect(await refusal()).toMatchObject({ code: 'platform.schema_behind' });
  });
});

test('control is measured by its own migrations', async () => {
  const control = await createTestControl();
  await expect(assertSchemaServed(control.db, 'control')).resolves.toBeUndefined();
  await control.close();
});
