import { asc, gt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { entryStandings, filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { kindOn, nameOn, wasBureauOn } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { inOneText, valuesIn } from '#workers/platform/database/one-text.ts';
import type { Moment } from './moment.domain.ts';
import { kindAt, ownUnits } from './places.domain.ts';
import type { Bureau } from './places.domain.ts';

const inOrder = [asc(organizations.order), asc(organizations.id)] as const;

/** The authorities below the commission, in official order, as they were called at the moment. */
export function bureausQuery(db: TenantDatabase, { day }: Moment) {
  const bureaus = db
    .select({ id: organizations.id, name: nameOn(day).as('called') })
    .from(organizations)
    .where(wasBureauOn(day))
    .orderBy(...inOrder)
    .as('bureaus');
  return db.select({ pairs: inOneText([bureaus.id, bureaus.name]) }).from(bureaus);
}

const pairsSchema = v.array(v.tuple([v.string(), v.string()]));

export async function listBureaus(db: TenantDatabase, moment: Moment): Promise<Bureau[]> {
  const [row] = await bureausQuery(db, moment);
  return v.parse(pairsSchema, valuesIn(row?.pairs)).map(([id, name]) => ({ id, name }));
}

/** Every unit, in official order. */
export function listUnits(db: TenantDatabase, moment: Moment) {
  return db
    .select({ id: organizations.id, name: nameOn(moment.day), kind: kindOn(moment.day) })
    .from(organizations)
    .orderBy(...inOrder);
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
export function placeCondition(
  table: Standings,
  { area, unit }: PlaceFilter,
  { day }: Moment,
): SQL | undefined {
  if (unit !== undefined) return sql`${table.organizationId} = ${unit}`;
  if (area === undefined) return undefined;
  if (area === ownUnits) {
    return sql`${table.area} not in (select id from organizations where ${wasBureauOn(day)})`;
  }
  const kind = kindAt(area);
  return kind === undefined ? sql`${table.area} = ${area}` : sql`${kindOn(day)} = ${kind}`;
}
