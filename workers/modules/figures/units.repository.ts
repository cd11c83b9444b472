import { asc, eq, gt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { entryStandings, filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { nameOn } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { Moment } from './moment.domain.ts';
import { kindAt, ownUnits } from './places.domain.ts';

const columnsOn = ({ day }: Pick<Moment, 'day'>) => ({
  id: organizations.id,
  name: nameOn(day),
  kind: organizations.kind,
});

/** The authorities below the commission, in official order, as they were called at the moment. */
export function listBureaus(db: TenantDatabase, moment: Moment) {
  return db
    .select(columnsOn(moment))
    .from(organizations)
    .where(eq(organizations.kind, 'bureau'))
    .orderBy(asc(organizations.order), asc(organizations.id));
}

/** Every unit, in official order. */
export function listUnits(db: TenantDatabase, moment: Moment) {
  return db
    .select(columnsOn(moment))
    .from(organizations)
    .orderBy(asc(organizations.order), asc(organizations.id));
}

type Standings = typeof filingStandings | typeof entryStandings;

/**
 * Of all standings of a record the one of the moment; that of now has no end yet (the number is the
 * triggers'). It is written out because no index of open standings is taken for a bound value.
 */
export function inForce(untilAt: Standings['untilAt'], { day, asOf }: Moment): SQL {
  return day === undefined ? sql`${untilAt} = 9007199254740991` : gt(untilAt, asOf);
}

export type PlaceFilter = { area?: string | undefined; unit?: string | undefined };

/** The units of a row of a table: of one authority, of the commission itself, of one kind, or one. */
export function placeCondition(table: Standings, { area, unit }: PlaceFilter): SQL | undefined {
  if (unit !== undefined) return sql`${table.organizationId} = ${unit}`;
  if (area === undefined) return undefined;
  if (area === ownUnits) {
    return sql`${table.area} not in (select id from organizations where kind = 'bureau')`;
  }
  const kind = kindAt(area);
  return kind === undefined ? sql`${table.area} = ${area}` : eq(organizations.kind, kind);
}
