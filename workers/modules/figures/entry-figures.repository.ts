import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { TotalKey } from '#plugins/sdk/registers/totals.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { entryStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { registerEntries } from '#schema/tables/tenant/registers.table.ts';
import { nameOn, recordsInRange } from '#workers/modules/organizations/index.ts';
import { countsOn } from '#workers/modules/registers/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { ItemKey } from './filing-figures.repository.ts';
import type { Moment } from './moment.domain.ts';
import { inForce, placeCondition } from './units.repository.ts';
import type { PlaceFilter } from './units.repository.ts';

export type EntryFilter = {
  readonly register: string;
  readonly moment: Moment;
  readonly range: Range;
  /** Entries under embargo are for the commission alone. */
  readonly embargo: boolean;
};

const { registerKey, untilAt, sinceAt, ends, embargoed, area, organizationId } = entryStandings;

const rangeColumns = {
  organizationId,
  paths: { supervision: entryStandings.supervisionPath, territory: entryStandings.territoryPath },
};

/** Every entry once, as it stood at the moment; what was merged away or void is in no figure. */
export const standing = ({ register, moment, embargo, range }: EntryFilter) =>
  and(
    recordsInRange(range, {
      table: entryStandings,
      columns: rangeColumns,
      among: sql`${eq(registerKey, register)} and ${inForce(untilAt, moment)}`,
    }),
    lte(sinceAt, moment.asOf),
    sql`ifnull(${ends}, 'closed') = 'closed'`,
    embargo ? undefined : eq(embargoed, false),
  );

/** By unit, from the standings themselves. */
export function sumEntriesByUnit(db: TenantDatabase, filter: EntryFilter) {
  return db
    .select({ organizationId, area, ...countsOn(filter.moment.today, entryStandings) })
    .from(entryStandings)
    .where(standing(filter))
    .groupBy(organizationId);
}

/** The entries that a count counted, in official unit order. */
export function listCountedEntries(
  db: TenantDatabase,
  filter: EntryFilter & { count: TotalKey; place: PlaceFilter },
  page: { after: ItemKey | undefined; limit: number },
) {
  const { today } = filter.moment;
  const counted = countsOn(today, entryStandings)[filter.count];
  return db
    .select({
      entry: {
        id: registerEntries.id,
        number: registerEntries.number,
        answers: registerEntries.answers,
        masterRow: registerEntries.masterRow,
        versionHash: registerEntries.versionHash,
      },
      organizationId: organizations.id,
      organizationName: nameOn(filter.moment.day),
      order: organizations.order,
      dueOn: entryStandings.dueOn,
      doneOn: sql<string | null>`coalesce(${entryStandings.doneOn}, ${entryStandings.closedOn})`,
      overdue: sql<number>`${countsOn(today, entryStandings).overdue}`,
    })
    .from(entryStandings)
    .innerJoin(registerEntries, eq(registerEntries.id, entryStandings.entryId))
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(
        standing(filter),
        placeCondition(entryStandings, filter.place, filter.moment),
        page.after === undefined
          ? undefined
          : sql`(${organizations.order}, ${organizations.id}, ${registerEntries.id})
              > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`,
      ),
    )
    .groupBy(registerEntries.id)
    .having(sql`${counted} > 0`)
    .orderBy(asc(organizations.order), asc(organizations.id), asc(registerEntries.id))
    .limit(page.limit);
}
