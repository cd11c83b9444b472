import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import { counters } from '#schema/tables/core.table.ts';
import {
  registerEntries,
  registerSources,
  registers,
} from '#schema/tables/tenant/registers.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { countSteps } from './register-totals.repository.ts';
import type { EntryUpdate, StoredEntry } from './stored-entry.domain.ts';

export type StoredRegister = typeof registers.$inferSelect;

export const entryRangeColumns = {
  organizationId: registerEntries.organizationId,
  paths: {
    supervision: registerEntries.supervisionPath,
    territory: registerEntries.territoryPath,
  },
};

/** The registers of a tenant with the version that defines each now. */
export function listRegisterRows(db: TenantDatabase): Promise<StoredRegister[]> {
  return db.select().from(registers).orderBy(registers.campaignId, registers.key);
}

export async function findRegisterRow(
  db: TenantDatabase,
  key: string,
): Promise<StoredRegister | undefined> {
  const [row] = await db.select().from(registers).where(eq(registers.key, key));
  return row;
}

/** Makes a version define a register from now on. */
export function defineRegister(row: StoredRegister): Step {
  const { campaignId, versionHash, updatedAt } = row;
  const query = build.insert(registers).values(row).onConflictDoUpdate({
    target: registers.key,
    set: { campaignId, versionHash, updatedAt },
  });
  return { statement: toStatement(query) };
}

/** The versions that entries of a register stand on: one seek each, whatever the number of entries. */
export function versionsStoodOnQuery(register: string): SQL {
  const next = (condition: SQL) =>
    sql`select min(version_hash) from ${registerEntries} where register_key = ${register}${condition}`;
  return sql`with recursive stood(hash) as (
    ${next(sql``)} union all
    select (${next(sql` and version_hash > stood.hash`)}) from stood where stood.hash is not null
  ) select hash from stood where hash is not null`;
}

export async function listVersionsStoodOn(db: TenantDatabase, register: string): Promise<string[]> {
  const rows = await db.all<{ hash: string }>(versionsStoodOnQuery(register));
  return rows.map(({ hash }) => hash);
}

export async function findEntry(db: TenantDatabase, id: string): Promise<StoredEntry | undefined> {
  const [row] = await db.select().from(registerEntries).where(eq(registerEntries.id, id));
  return row;
}

export function findEntries(db: TenantDatabase, ids: readonly string[]): Promise<StoredEntry[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(registerEntries)
    .where(inArray(registerEntries.id, [...ids]));
}

/** Open entries whose unit stands elsewhere today than they say, with where it stands. */
export async function findMisplaced(
  db: TenantDatabase,
  limit: number,
): Promise<{ entry: StoredEntry; supervisionPath: string; territoryPath: string }[]> {
  // Drizzle leaves the table out of a selected column, which here would be the inner table's own.
  const placeIn = (relation: RelationKind) => sql<string>`ifnull((select path
    from organization_paths
    where relation = ${relation} and organization_id = register_entries.organization_id), '')`;
  const { supervisionPath, territoryPath, ends } = registerEntries;
  const moved = sql`(${supervisionPath} <> ${placeIn('supervision')}
    or ${territoryPath} <> ${placeIn('territory')})`;
  return db
    .select({
      entry: registerEntries,
      supervisionPath: placeIn('supervision'),
      territoryPath: placeIn('territory'),
    })
    .from(registerEntries)
    .where(and(sql`${ends} is null`, moved))
    .limit(limit);
}

/** What a unit has open in any register, by register and number. */
export function listOpenOfUnit(db: TenantDatabase, organizationId: string): Promise<StoredEntry[]> {
  return db
    .select()
    .from(registerEntries)
    .where(
      and(eq(registerEntries.organizationId, organizationId), sql`${registerEntries.ends} is null`),
    )
    .orderBy(registerEntries.registerKey, registerEntries.number);
}

/** Instances of master rows that exist already, as `row organization`. */
export async function listInstanceKeys(db: TenantDatabase, key: string): Promise<Set<string>> {
  const { masterRow, organizationId, registerKey } = registerEntries;
  const rows = await db
    .select({ masterRow, organizationId })
    .from(registerEntries)
    .where(and(eq(registerKey, key), isNotNull(masterRow)));
  return new Set(rows.map((row) => `${row.masterRow} ${row.organizationId}`));
}

/** Parts of a split entry that have not ended. */
export async function countOpenParts(db: TenantDatabase, id: string): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)` })
    .from(registerEntries)
    .where(and(eq(registerEntries.parentId, id), sql`${registerEntries.ends} is null`));
  return row?.total ?? 0;
}

/** New entries of one register with its next numbers, which have no gap. */
export function insertEntries(rows: readonly Omit<StoredEntry, 'number'>[]): Step[] {
  const [first] = rows;
  if (first === undefined) return [];
  const key = `register:${first.registerKey}`;
  const advance = build
    .insert(counters)
    .values({ key, next: rows.length })
    .onConflictDoUpdate({
      target: counters.key,
      set: { next: sql`${counters.next} + ${rows.length}` },
    });
  const numbered = rows.map((row, index) => {
    const back = rows.length - 1 - index;
    return {
      ...row,
      number: sql<number>`(select next - ${back} from counters where key = ${key})`,
    };
  });
  return [
    { statement: toStatement(advance), expectRows: 1 },
    { statement: toStatement(build.insert(registerEntries).values(numbered)) },
    ...countSteps(rows.map((row) => ({ ...row, by: 1 }))),
    ...rows.flatMap(({ id, sources }) => insertSources(id, sources)),
  ];
}

/** The outside numbers of an entry; one it has already stays as it is. */
export function insertSources(entryId: string, sources: StoredEntry['sources']): Step[] {
  const rows = sources.flatMap(({ channel, number }) =>
    number === undefined ? [] : [{ entryId, channel, number }],
  );
  if (rows.length === 0) return [];
  return [
    { statement: toStatement(build.insert(registerSources).values(rows).onConflictDoNothing()) },
  ];
}

/** The entry of a register that has an outside number already; what was merged away does not count. */
export async function findBySource(
  db: TenantDatabase,
  register: string,
  source: { channel: string; number: string },
): Promise<StoredEntry | undefined> {
  const [row] = await db
    .select({ entry: registerEntries })
    .from(registerSources)
    .innerJoin(registerEntries, eq(registerEntries.id, registerSources.entryId))
    .where(
      and(
        eq(registerSources.number, source.number),
        eq(registerSources.channel, source.channel),
        eq(registerEntries.registerKey, register),
        sql`${registerEntries.ends} is not 'merged'`,
      ),
    )
    .limit(1);
  return row?.entry;
}

/**
 * Changes an entry and the totals with it; refused as stale when somebody else changed it since
 * `current` was read, so that what the totals lose is what they had.
 */
export function updateEntry(current: StoredEntry, update: EntryUpdate): Step[] {
  const query = build
    .update(registerEntries)
    .set({ ...update, version: sql`${registerEntries.version} + 1` })
    .where(and(eq(registerEntries.id, current.id), eq(registerEntries.version, current.version)));
  return [
    { statement: toStatement(query), expectRows: 1 },
    ...countSteps([
      { ...current, by: -1 },
      { ...current, ...update, by: 1 },
    ]),
  ];
}
