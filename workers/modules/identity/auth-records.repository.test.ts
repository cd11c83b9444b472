import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import {
  authTables,
  countRows,
  deleteRows,
  insertRow,
  isAuthModel,
  readRows,
  updateRows,
} from './auth-records.repository.ts';
import type { AuthWhere } from './auth-records.repository.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
  const rows = ['alpha', 'beta', 'gamma', 'delta'].map((identifier, index) => ({
    id: `ver_${index}`,
    identifier,
    value: String(index),
    createdAt: new Date(index),
    updatedAt: new Date(index),
    expiresAt: new Date(1_000 + index),
  }));
  await tenant.writer.commit({
    steps: rows.map((row) => ({ statement: insertRow('verification', row) })),
    audit: {
      action: 'verification.create',
      actor: testActor,
      subjectKind: 'verification',
      subjectId: 'all',
      at: 0,
      facts: {},
    },
  });
});
afterAll(() => tenant.close());

const where = (
  field: string,
  operator: string,
  value: unknown,
  connector: 'AND' | 'OR' = 'AND',
): AuthWhere => ({
  field,
  operator,
  value,
  connector,
});
const found = async (...conditions: AuthWhere[]) => {
  const rows = await readRows(tenant.db, { model: 'verification', where: conditions });
  return rows.map((row) => String(row['identifier'])).toSorted();
};

describe('a question of Better Auth', () => {
  test.each([
    ['eq', 'beta', ['beta']],
    ['ne', 'beta', ['alpha', 'delta', 'gamma']],
    ['lt', 'beta', ['alpha']],
    ['lte', 'beta', ['alpha', 'beta']],
    ['gt', 'beta', ['delta', 'gamma']],
    ['gte', 'delta', ['delta', 'gamma']],
    ['in', ['alpha', 'gamma'], ['alpha', 'gamma']],
    ['in', 'alpha', ['alpha']],
    ['not_in', ['alpha', 'gamma'], ['beta', 'delta']],
    ['contains', 'et', ['beta']],
    ['starts_with', 'de', ['delta']],
    ['ends_with', 'mma', ['gamma']],
  ])('by %s %j', async (operator, value, names) => {
    expect(await found(where('identifier', operator, value))).toEqual(names);
  });

  test('joins conditions by and, and those that say so by or', async () => {
    const both = [where('identifier', 'gte', 'beta'), where('value', 'lt', '3')];
    expect(await found(...both)).toEqual(['beta', 'gamma']);
    const either = [where('identifier', 'eq', 'alpha', 'OR'), where('value', 'eq', '3', 'OR')];
    expect(await found(...either)).toEqual(['alpha', 'delta']);
  });

  test('is sorted, cut and counted', async () => {
    const sortBy = { field: 'identifier', direction: 'desc' as const };
    const rows = await readRows(tenant.db, { model: 'verification', sortBy, limit: 2, offset: 1 });
    expect(rows.map((row) => row['identifier'])).toEqual(['delta', 'beta']);
    expect(await countRows(tenant.db, { model: 'verification' })).toBe(4);
    const some = [where('expiresAt', 'gt', new Date(1_001))];
    expect(await countRows(tenant.db, { model: 'verification', where: some })).toBe(2);
  });

  test('takes a value for a value, whatever it looks like', async () => {
    expect(await found(where('identifier', 'eq', "x' or '1'='1"))).toEqual([]);
  });

  test('about a field, an operator or a model that is not ours fails loudly', async () => {
    await expect(found(where('secret', 'eq', 1))).rejects.toThrow(
      'unknown field: verification.secret',
    );
    await expect(found(where('constructor', 'eq', 1))).rejects.toThrow('unknown field');
    await expect(found(where('identifier', 'glob', '*'))).rejects.toThrow('unknown operator: glob');
    expect(['jwks', 'toString', '__proto__', ''].filter(isAuthModel)).toEqual([]);
    expect(Object.keys(authTables).every(isAuthModel)).toBe(true);
  });
});

describe('a write of Better Auth without a condition', () => {
  test.each(Object.keys(authTables).filter(isAuthModel))('on every %s is refused', (model) => {
    expect(() => updateRows(model, [], { updatedAt: new Date(0) })).toThrow('without a condition');
    expect(() => deleteRows(model, [])).toThrow('without a condition');
  });
});
