import { getAuthTables } from 'better-auth/db';
import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '#schema/tables/core.table.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { auditedWrites } from './audited-adapter.driver.ts';
import { authTables, isAuthModel } from './auth-records.repository.ts';
import { authOptions, createAuth } from './better-auth.driver.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

const input = () => ({
  ...tenant,
  secret: 's'.repeat(43),
  origin: 'http://dong.test',
  secure: false,
});

describe('the tables that Better Auth demands', () => {
  test('are exactly ours, field by field', () => {
    const demanded = getAuthTables(authOptions(input()));
    expect(Object.keys(demanded).toSorted()).toEqual(Object.keys(authTables).toSorted());
    for (const [model, { fields }] of Object.entries(demanded)) {
      if (!isAuthModel(model)) throw new Error(`no table for ${model}`);
      const table: SQLiteTable = authTables[model];
      const columns = getTableColumns(table);
      expect(Object.keys(columns)).toEqual(expect.arrayContaining(Object.keys(fields)));
      const unknown = Object.entries(columns).filter(
        ([name]) => !(name in fields) && name !== 'id',
      );
      const blocking = unknown.filter(([, column]) => column.notNull && !column.hasDefault);
      expect(blocking.map(([name]) => `${model}.${name}`)).toEqual([]);
    }
  });

  test('each have an audit action for every write that is not refused', () => {
    expect(Object.keys(auditedWrites).toSorted()).toEqual(Object.keys(authTables).toSorted());
    for (const operations of Object.values(auditedWrites)) {
      expect(Object.keys(operations).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('a write of Better Auth', () => {
  const actions = async () =>
    (
      await tenant.db
        .select({ action: auditEntries.action })
        .from(auditEntries)
        .orderBy(auditEntries.seq)
    ).map(({ action }) => action);

  test('leaves one audit entry each, whichever table it touches', async () => {
    const { adapter } = await createAuth(input()).$context;
    const before = (await actions()).length;
    const person = await adapter.create({
      model: 'user',
      data: {
        name: '甲',
        email: 'a@accounts.invalid',
        emailVerified: false,
        username: 'jia',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
    const where = [{ field: 'id', value: person['id'] as string }];
    const changed = await adapter.update<{ name: string }>({
      model: 'user',
      where,
      update: { name: '乙' },
    });
    expect(changed?.name).toBe('乙');
    const dates = {
      createdAt: new Date(),
      updatedAt: new Date(),
      expiresAt: new Date(Date.now() + 1e6),
    };
    await adapter.create({
      model: 'verification',
      data: { identifier: 'x', value: 'y', ...dates },
    });
    expect(await adapter.count({ model: 'verification' })).toBe(1);
    await adapter.updateMany({
      model: 'verification',
      where: [{ field: 'identifier', value: 'x' }],
      update: { value: 'z' },
    });
    await adapter.deleteMany({
      model: 'verification',
      where: [{ field: 'identifier', value: 'x' }],
    });
    expect(await adapter.findMany({ model: 'verification' })).toEqual([]);
    expect((await actions()).slice(before)).toEqual([
      'person.create',
      'person.update',
      'verification.create',
      'verification.update',
      'verification.delete',
    ]);
  });

  test('that deletes a person is refused: accounts are disabled, never removed', async () => {
    const { adapter } = await createAuth(input()).$context;
    const removal = adapter.delete({ model: 'user', where: [{ field: 'username', value: 'jia' }] });
    await expect(removal).rejects.toThrow('may not delete user');
  });

  test('that finds nothing to change changes nothing and says so', async () => {
    const { adapter } = await createAuth(input()).$context;
    const before = (await actions()).length;
    const where = [{ field: 'id', value: 'per_none' }];
    expect(await adapter.update({ model: 'user', where, update: { name: '丙' } })).toBeNull();
    expect(await adapter.deleteMany({ model: 'session', where })).toBe(0);
    expect((await actions()).length).toBe(before);
  });
});
