import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Period } from '#schema/contracts/period.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { snapshots } from '#schema/tables/tenant/snapshots.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredSnapshot = typeof snapshots.$inferSelect;
export type SnapshotUpdate = Partial<Omit<StoredSnapshot, 'id' | 'version' | 'period'>>;

export async function findSnapshot(
  db: TenantDatabase,
  id: string,
): Promise<StoredSnapshot | undefined> {
  const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id));
  return row;
}

/** Everything prepared or sent for a period, the newest first. */
export function listOfPeriod(db: TenantDatabase, period: Period): Promise<StoredSnapshot[]> {
  return db
    .select()
    .from(snapshots)
    .where(eq(snapshots.period, period))
    .orderBy(desc(snapshots.createdAt), desc(snapshots.id));
}

/** All of them without their content, the newest period first. */
export function listSummaries(db: TenantDatabase) {
  const { id, period, state, correctsId, createdAt, sentAt, receipt, version } = snapshots;
  return db
    .select({ id, period, state, correctsId, createdAt, sentAt, receipt, version })
    .from(snapshots)
    .orderBy(desc(period), desc(createdAt), desc(id))
    .limit(200);
}

/** What stands as sent for the last period of the same length: half-years follow half-years. */
export async function findPreviousSent(
  db: TenantDatabase,
  period: Period,
): Promise<StoredSnapshot | undefined> {
  const [row] = await db
    .select()
    .from(snapshots)
    .where(
      and(
        inArray(snapshots.state, ['sent', 'received']),
        lt(snapshots.period, period),
        sql`substr(${snapshots.period}, 6, 1) = ${period.slice(5, 6)}`,
      ),
    )
    .orderBy(desc(snapshots.period), desc(snapshots.createdAt), desc(snapshots.id))
    .limit(1);
  return row;
}

export function insertSnapshot(row: StoredSnapshot): Step {
  return { statement: toStatement(build.insert(snapshots).values(row)) };
}

/** Changes one; refused as stale when somebody else changed it since `version`. */
export function updateSnapshot(
  current: Pick<StoredSnapshot, 'id' | 'version'>,
  update: SnapshotUpdate,
): Step {
  const query = build
    .update(snapshots)
    .set({ ...update, version: sql`${snapshots.version} + 1` })
    .where(and(eq(snapshots.id, current.id), eq(snapshots.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** The hash of one entry of the audit chain, which proves all before it. */
export async function findAuditHash(
  db: TenantDatabase,
  seq: number,
): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.seq, seq));
  return row?.hash;
}
