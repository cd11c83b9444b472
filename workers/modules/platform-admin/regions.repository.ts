import { desc, sql } from 'drizzle-orm';
import { auditHeads, migrationRuns } from '#schema/tables/control/core.table.ts';
import { tenantHosts } from '#schema/tables/control/tenants.table.ts';
import type { ControlDatabase } from '#workers/platform/database/database.driver.ts';

export type MigrationRow = Pick<
  typeof migrationRuns.$inferSelect,
  'namespace' | 'state' | 'version' | 'finishedAt'
>;

/** The last migration of every database, by namespace. */
export async function readLastMigrations(
  db: ControlDatabase,
): Promise<ReadonlyMap<string, MigrationRow>> {
  const { namespace, state, version, finishedAt } = migrationRuns;
  const rows = await db
    .select({ namespace, state, version, finishedAt })
    .from(migrationRuns)
    .orderBy(desc(finishedAt));
  const last = new Map<string, MigrationRow>();
  for (const row of rows) if (!last.has(row.namespace)) last.set(row.namespace, row);
  return last;
}

/** When the newest signed head of every database was received. */
export async function readNewestHeads(db: ControlDatabase): Promise<ReadonlyMap<string, number>> {
  const { namespace, receivedAt } = auditHeads;
  const rows = await db
    .select({ namespace, at: sql<number>`max(${receivedAt})` })
    .from(auditHeads)
    .groupBy(namespace);
  return new Map(rows.map((row) => [row.namespace, row.at]));
}

/** Host names of the tenants' own, by slug. */
export async function readHosts(db: ControlDatabase): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.select().from(tenantHosts).orderBy(tenantHosts.host);
  const hosts = new Map<string, string[]>();
  for (const { slug, host } of rows) hosts.set(slug, [...(hosts.get(slug) ?? []), host]);
  return hosts;
}
