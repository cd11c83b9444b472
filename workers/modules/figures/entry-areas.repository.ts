import { and, eq, lte, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import * as v from 'valibot';
import { noTotals } from '#plugins/sdk/registers/totals.ts';
import type { RegisterTotals, TotalKey } from '#plugins/sdk/registers/totals.ts';
import { entryDays, entryStandings } from '#schema/tables/tenant/figures.table.ts';
import { countsOn } from '#workers/modules/registers/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { inOneText, valuesIn } from '#workers/platform/database/one-text.ts';
import { standing } from './entry-figures.repository.ts';
import type { EntryFilter } from './entry-figures.repository.ts';

export type RegisterPlace = {
  readonly register: string;
  readonly area: string;
  readonly totals: RegisterTotals;
};
/** Only the counts that are asked for: each is a look at every entry. */
type AreaFilter = EntryFilter & { readonly counts: readonly TotalKey[] };

type Counts = Partial<Record<TotalKey, SQL.Aliased<number>>>;
const named = (counts: readonly TotalKey[], sumOf: (key: TotalKey) => SQL<number>): Counts =>
  Object.fromEntries(counts.map((key) => [key, sumOf(key).as(key)]));

/** What the ledger of a register has kept, by area. */
export function keptEntriesQuery(db: TenantDatabase, filter: AreaFilter) {
  const { register, moment, counts, embargo } = filter;
  const kept = db
    .select({
      area: entryDays.area,
      ...named(counts, (key) => sql<number>`sum(${entryDays[key]})`),
    })
    .from(entryDays)
    .where(
      and(
        eq(entryDays.registerKey, register),
        embargo ? undefined : eq(entryDays.embargoed, false),
        lte(entryDays.day, moment.today),
      ),
    )
    .groupBy(entryDays.area)
    .as('kept');
  return db.select({ areas: inOneText(columnsIn(kept, counts)) }).from(kept);
}

/** The same of a part, from the standings of its entries. */
export function partOfEntriesQuery(db: TenantDatabase, filter: AreaFilter) {
  const counted = countsOn(filter.moment.today, entryStandings);
  const part = db
    .select({ area: entryStandings.area, ...named(filter.counts, (key) => counted[key]) })
    .from(entryStandings)
    .where(standing(filter))
    .groupBy(entryStandings.area)
    .as('part');
  return db.select({ areas: inOneText(columnsIn(part, filter.counts)) }).from(part);
}

type Columns = { readonly area: SQLWrapper } & { readonly [key in TotalKey]?: SQLWrapper };

const columnsIn = (rows: Columns, counts: readonly TotalKey[]): SQLWrapper[] => [
  rows.area,
  ...counts.flatMap((key) => rows[key] ?? []),
];

const areasSchema = v.array(v.tupleWithRest([v.string()], v.number()));

/** What each area counts of a register: of everybody from its ledger. */
export async function sumEntriesByArea(
  db: TenantDatabase,
  filter: AreaFilter,
): Promise<RegisterPlace[]> {
  const [row] = await (filter.range.everything
    ? keptEntriesQuery(db, filter)
    : partOfEntriesQuery(db, filter));
  return v.parse(areasSchema, valuesIn(row?.areas)).map(([area, ...numbers]) => {
    const counts = filter.counts.map((key, at) => [key, numbers[at] ?? 0] as const);
    const totals = { ...noTotals, ...Object.fromEntries(counts) };
    return { register: filter.register, area, totals };
  });
}
