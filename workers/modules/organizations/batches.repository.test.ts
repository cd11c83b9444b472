import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { listBatchRows } from './batches.repository.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

async function planOf(query: SQLWrapper): Promise<string> {
  const plan = await tenant.db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  return plan.map(({ detail }) => detail).join('\n');
}

describe('files of people', () => {
  it('are the newest by their index, and only their own rows are counted', async () => {
    const plan = await planOf(listBatchRows(tenant.db, 0));
    expect(plan).toContain('unit_imports USING COVERING INDEX ix_unit_imports_subject (subject=?)');
    expect(plan).toContain(
      'SEARCH unit_imports USING INDEX sqlite_autoindex_unit_imports_1 (id=?)',
    );
    expect(plan).toContain('SEARCH invitations USING INDEX ix_invitations_import (import_id=?)');
    expect(plan).not.toMatch(/SCAN (unit_imports|invitations)/);
  });

  it('are one by its number where one is asked for', async () => {
    const plan = await planOf(listBatchRows(tenant.db, 0, 'uim_1'));
    expect(plan).not.toMatch(/SCAN (unit_imports|invitations)/);
    expect(plan).not.toContain('ix_unit_imports_subject');
  });
});
