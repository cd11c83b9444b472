import { and, asc, eq, sql } from 'drizzle-orm';
import { demeritEntries } from '#schema/tables/tenant/scoring.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredDemerit = typeof demeritEntries.$inferSelect;

export async function findDemerit(
  db: TenantDatabase,
  id: string,
): Promise<StoredDemerit | undefined> {
  const [row] = await db.select().from(demeritEntries).where(eq(demeritEntries.id, id));
  return row;
}

/** All records of a unit, of every campaign: a ledger has cycles of its own. */
export function listDemerits(db: TenantDatabase, organizationId: string): Promise<StoredDemerit[]> {
  return db
    .select()
    .from(demeritEntries)
    .where(eq(demeritEntries.organizationId, organizationId))
    .orderBy(asc(demeritEntries.recordedAt), asc(demeritEntries.id));
}

export function insertDemerit(row: StoredDemerit): Step {
  return { statement: toStatement(build.insert(demeritEntries).values(row)) };
}

/** Takes a record back; refused as stale when somebody else changed it since `version`. */
export function withdrawDemeritRow(
  current: Pick<StoredDemerit, 'id' | 'version'>,
  { reason, on }: { reason: string; on: string },
): Step {
  const query = build
    .update(demeritEntries)
    .set({
      state: 'withdrawn',
      withdrawnReason: reason,
      withdrawnOn: on,
      version: sql`${demeritEntries.version} + 1`,
    })
    .where(and(eq(demeritEntries.id, current.id), eq(demeritEntries.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
