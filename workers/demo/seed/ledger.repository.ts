import { eq, inArray, like } from 'drizzle-orm';
import { counters } from '#schema/tables/core.table.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { snapshots } from '#schema/tables/tenant/snapshots.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

const prefix = 'demo/';

/** What has been brought into this database whole; a stage is named here when it is done. */
export async function readLedger(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ key: counters.key })
    .from(counters)
    .where(like(counters.key, `${prefix}%`));
  return new Set(rows.map(({ key }) => key.slice(prefix.length)));
}

export function enterStage(stage: string): Step {
  const row = { key: `${prefix}${stage}`, next: 1 };
  return { statement: toStatement(build.insert(counters).values(row)) };
}

export type KnownAccount = { id: string; disabledAt: number | null; hasGrants: boolean };

/** Accounts that are there already, by user name. */
export async function readAccounts(
  db: Database,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, KnownAccount>> {
  const known = await db
    .select({ id: people.id, username: people.username, disabledAt: people.disabledAt })
    .from(people)
    .where(inArray(people.username, [...usernames]));
  const given = await db.selectDistinct({ personId: grants.personId }).from(grants);
  const holders = new Set(given.map(({ personId }) => personId));
  return new Map(
    known.map(({ id, username, disabledAt }) => [
      username ?? '',
      { id, disabledAt, hasGrants: holders.has(id) },
    ]),
  );
}

/** How far a period's report has come. */
export async function readReport(db: Database, period: string) {
  const [row] = await db
    .select({ id: snapshots.id, state: snapshots.state })
    .from(snapshots)
    .where(eq(snapshots.period, period));
  return row;
}
