import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toStatement } from './statement.ts';
import { advanceCounter, createChange, insertCounter } from './testing/change.fixtures.ts';
import { createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let tenant: TestDatabase;

beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

async function rows(text: string): Promise<unknown[][]> {
  const [result] = await tenant.send([{ sql: text, wantRows: true }]);
  if (result?.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.rows;
}

test('a change is committed with its audit entry', async () => {
  const outcome = await tenant.writer.commit(createChange({ steps: [insertCounter('plain')] }));
  expect(outcome).toEqual({ status: 'committed', auditSeq: 1 });
});
