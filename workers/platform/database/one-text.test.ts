import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counters } from '#schema/tables/tenant/core.table.ts';
import { inOneText, valuesIn } from './one-text.ts';
import { createChange, insertCounter } from './testing/change.fixtures.ts';
import { createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
  const steps = [insertCounter('丙 "c", [3]', 3), insertCounter('a', 1), insertCounter('b', 2)];
  await tenant.writer.commit(createChange({ steps }));
});
afterAll(() => tenant.close());

const readAll = async (least: number) => {
  const rows = tenant.db
    .select({ key: counters.key, next: counters.next, double: sql`next * 2`.as('double') })
    .from(counters)
    .where(sql`${counters.next} >= ${least} and ${counters.key} in ('a', 'b', '丙 "c", [3]')`)
    .orderBy(asc(counters.next))
    .as('found');
  const text = inOneText([rows.key, rows.next, rows.double]);
  const [row] = await tenant.db.select({ text }).from(rows);
  return valuesIn(row?.text);
};

describe('rows in one text', () => {
  test('come back in their order, whatever stands in them', async () => {
    expect(await readAll(0)).toEqual([
      ['a', 1, 2],
      ['b', 2, 4],
      ['丙 "c", [3]', 3, 6],
    ]);
  });

  test('are none where there are none, and where nothing was answered', async () => {
    expect(await readAll(9)).toEqual([]);
    expect(valuesIn(undefined)).toEqual([]);
  });
});
