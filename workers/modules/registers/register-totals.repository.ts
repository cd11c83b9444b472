import { and, eq, gte, inArray, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { pathsAbove } from '#plugins/sdk/registers/tie-out.ts';
import { countedRelations } from '#schema/contracts/campaign/register.ts';
import type { CountedRelation } from '#schema/contracts/campaign/register.ts';
import {
  registerEntries,
  registerRecounts,
  registerTotals,
} from '#schema/tables/tenant/registers.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { StoredEntry } from './stored-entry.domain.ts';

export type StoredTotal = typeof registerTotals.$inferSelect;

/** What totals look at of an entry. */
type Counted = Pick<
  StoredEntry,
  'registerKey' | 'supervisionPath' | 'territoryPath' | 'state' | 'ends' | 'embargoed'
>;

/** The nodes that a number of entries with one place and one state count for. */
export function totalsOfEntries(entry: Counted, entries: number): StoredTotal[] {
  const { registerKey, state, embargoed } = entry;
  const ends = entry.ends ?? '';
  const places = { supervision: entry.supervisionPath, territory: entry.territoryPath };
  return countedRelations.flatMap((relation) => {
    const nodes = pathsAbove(places[relation]);
    return nodes.map((node, index) => {
      const parent = nodes[index - 1] ?? null;
      return { registerKey, relation, node, parent, state, ends, embargoed, entries };
    });
  });
}

const keyOf = ({ registerKey, relation, node, state, ends, embargoed }: StoredTotal) =>
  [registerKey, relation, node, state, ends, embargoed].join(' ');

/** Rows of one node and state as one, and nothing where they cancel each other out. */
export function addUp(rows: readonly StoredTotal[]): StoredTotal[] {
  const sums = new Map<string, StoredTotal>();
  for (const row of rows) {
    const entries = (sums.get(keyOf(row))?.entries ?? 0) + row.entries;
    sums.set(keyOf(row), { ...row, entries });
  }
  return [...sums.values()].filter(({ entries }) => entries !== 0);
}

/** What a change of entries does to the totals, in the same change. */
export function countSteps(changes: readonly (Counted & { by: 1 | -1 })[]): Step[] {
  return addSteps(addUp(changes.flatMap(({ by, ...entry }) => totalsOfEntries(entry, by))));
}

const rowsAStatement = 1000;

/** Adds to the totals; what is negative takes away. */
export function addSteps(rows: readonly StoredTotal[]): Step[] {
  const { registerKey, relation, node, state, ends, embargoed, entries } = registerTotals;
  const steps: Step[] = [];
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const query = build
      .insert(registerTotals)
      .values(rows.slice(from, from + rowsAStatement))
      .onConflictDoUpdate({
        target: [registerKey, relation, node, state, ends, embargoed],
        set: { entries: sql`${entries} + excluded.entries` },
      });
    steps.push({ statement: toStatement(query) });
  }
  return steps;
}

/** Kept totals and what the entries themselves say, read at one moment. */
export async function readBothTotals(
  db: TenantDatabase,
  register: string,
): Promise<{ kept: StoredTotal[]; counted: StoredTotal[] }> {
  const { registerKey, supervisionPath, territoryPath, state, ends, embargoed } = registerEntries;
  const place = { registerKey, supervisionPath, territoryPath, state, ends, embargoed };
  const [kept, groups] = await db.batch([
    db
      .select()
      .from(registerTotals)
      .where(and(eq(registerTotals.registerKey, register), ne(registerTotals.entries, 0))),
    db
      .select({ ...place, entries: sql<number>`count(*)` })
      .from(registerEntries)
      .where(eq(registerKey, register))
      .groupBy(...Object.values(place)),
  ]);
  const counted = groups.flatMap(({ entries, ...entry }) => totalsOfEntries(entry, entries));
  return { kept, counted: addUp(counted) };
}

export type TotalsFilter = {
  register: string;
  relation: CountedRelation;
  /** Entries under embargo are for the commission alone. */
  embargo: boolean;
};

const ofRegister = ({ register, relation, embargo }: TotalsFilter): SQL | undefined =>
  and(
    eq(registerTotals.registerKey, register),
    eq(registerTotals.relation, relation),
    embargo ? undefined : eq(registerTotals.embargoed, false),
    ne(registerTotals.entries, 0),
  );

/** The totals of a node and of each node right below it. */
export function readLevel(
  db: TenantDatabase,
  filter: TotalsFilter,
  node: string,
): Promise<StoredTotal[]> {
  return db
    .select()
    .from(registerTotals)
    .where(
      and(ofRegister(filter), or(eq(registerTotals.node, node), eq(registerTotals.parent, node))),
    );
}

/** Entries that have not ended, of the commission and so of everybody. */
export async function countOpenOfAll(db: TenantDatabase, register: string): Promise<number> {
  const filter = { register, relation: 'supervision', embargo: true } as const;
  const [row] = await db
    .select({ open: sql<number>`coalesce(sum(${registerTotals.entries}), 0)` })
    .from(registerTotals)
    .where(and(ofRegister(filter), eq(registerTotals.node, ''), eq(registerTotals.ends, '')));
  return row?.open ?? 0;
}

/** A register whose totals nobody has counted anew since the day. */
export async function findUncounted(
  db: TenantDatabase,
  keys: readonly string[],
  day: string,
): Promise<string | undefined> {
  if (keys.length === 0) return undefined;
  const rows = await db
    .select({ key: registerRecounts.registerKey })
    .from(registerRecounts)
    .where(
      and(inArray(registerRecounts.registerKey, [...keys]), gte(registerRecounts.recountedOn, day)),
    );
  const done = new Set(rows.map(({ key }) => key));
  return keys.find((key) => !done.has(key));
}

export function recordRecount(row: typeof registerRecounts.$inferInsert): Step {
  const { recountedOn, differences } = row;
  const query = build.insert(registerRecounts).values(row).onConflictDoUpdate({
    target: registerRecounts.registerKey,
    set: { recountedOn, differences },
  });
  return { statement: toStatement(query) };
}
