import { and, asc, eq, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { counters } from '#schema/tables/core.table.ts';
import {
  registerEntries,
  registerSources,
  registers,
} from '#schema/tables/tenant/registers.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
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

/** Changes an entry; refused as stale when somebody else changed it since `version`. */
export function updateEntry(
  current: Pick<StoredEntry, 'id' | 'version'>,
  update: EntryUpdate,
): Step {
  const query = build
    .update(registerEntries)
    .set({ ...update, version: sql`${registerEntries.version} + 1` })
    .where(and(eq(registerEntries.id, current.id), eq(registerEntries.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export type EntryFilter = {
  register: string;
  range: Range;
  /** Entries under embargo are for the commission alone. */
  embargo: boolean;
  state?: string | undefined;
  organizationId?: string | undefined;
  row?: string | undefined;
  /** Only what is overdue on that day, the longest overdue first. */
  overdueOn?: string | undefined;
  open?: boolean | undefined;
  /** An answer to one of the fields that the register lists. */
  answer?: { field: string; value: string } | undefined;
};
export type EntryKey = readonly [order: number | string, number: number];

function conditionOf(filter: EntryFilter): SQL | undefined {
  const { registerKey, state, organizationId, masterRow, openDueOn, ends } = registerEntries;
  return and(
    eq(registerKey, filter.register),
    filter.state === undefined ? undefined : eq(state, filter.state),
    filter.organizationId === undefined ? undefined : eq(organizationId, filter.organizationId),
    filter.row === undefined ? undefined : eq(masterRow, filter.row),
    filter.overdueOn === undefined ? undefined : lt(openDueOn, filter.overdueOn),
    filter.overdueOn === undefined ? undefined : gt(openDueOn, ''),
    filter.open ? sql`${ends} is null` : undefined,
    filter.answer && answerCondition(filter.answer),
    filter.embargo ? undefined : eq(registerEntries.embargoed, false),
    rangeCondition(filter.range, entryRangeColumns),
  );
}

/** Keys are of the narrow alphabet of `KeySchema`, and the path is a bound value all the same. */
function answerCondition({ field, value }: { field: string; value: string }): SQL {
  return sql`${registerEntries.answers} ->> ${`$."${field}"`} = ${value}`;
}

/** What a list goes by: the due day, the number within one unit, or the official order of units. */
function orderColumn(filter: EntryFilter) {
  return filter.overdueOn === undefined
    ? registerEntries.organizationOrder
    : registerEntries.openDueOn;
}

/** A page of a register in official unit order, or by due day where only the overdue are asked for. */
export function entryPageQuery(
  db: Pick<TenantDatabase, 'select'>,
  filter: EntryFilter,
  page: { after?: EntryKey | undefined; limit: number },
) {
  const { number } = registerEntries;
  const byNumber = filter.organizationId !== undefined && filter.overdueOn === undefined;
  const first = orderColumn(filter);
  const { after } = page;
  const beyond = byNumber
    ? after && sql`${number} > ${after[1]}`
    : after && sql`(${first}, ${number}) > (${after[0]}, ${after[1]})`;
  return db
    .select()
    .from(registerEntries)
    .where(and(conditionOf(filter), beyond))
    .orderBy(...(byNumber ? [asc(number)] : [asc(first), asc(number)]))
    .limit(page.limit);
}

/** The key by which the next page goes on. */
export function entryKeyOf(filter: EntryFilter, row: StoredEntry): EntryKey {
  const first = filter.overdueOn === undefined ? row.organizationOrder : (row.openDueOn ?? '');
  return [first, row.number];
}

const countedTo = 1001;

/** How many there are, counted to 1000. */
export async function countEntries(db: TenantDatabase, filter: EntryFilter): Promise<number> {
  const some = db
    .select({ one: sql<number>`1`.as('one') })
    .from(registerEntries)
    .where(conditionOf(filter))
    .limit(countedTo)
    .as('some');
  const [row] = await db.select({ total: sql<number>`count(*)` }).from(some);
  return row?.total ?? 0;
}
