import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import * as v from 'valibot';
import { filingDays, filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { nameOn } from '#workers/modules/organizations/index.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { inOneText, valuesIn } from '#workers/platform/database/one-text.ts';
import { countsOf, dueBy, overdue, standing } from './filing-figures.repository.ts';
import type { FilingFilter } from './filing-figures.repository.ts';
import type { FilingTotals } from './totals.domain.ts';

const { area, dueAt, exempt, organizationId } = filingStandings;

type OfCampaign = Omit<FilingFilter, 'range'>;

/** What the ledger of a campaign has kept, by area. */
export function keptFilingsQuery(db: TenantDatabase, { campaignId: campaign, moment }: OfCampaign) {
  const total = (column: typeof filingDays.due) => sql<number>`sum(${column})`.as(column.name);
  const kept = db
    .select({
      area: filingDays.area,
      due: total(filingDays.due),
      arrived: total(filingDays.arrived),
      onTime: total(filingDays.onTime),
    })
    .from(filingDays)
    .where(and(eq(filingDays.campaignId, campaign), lte(filingDays.day, moment.today)))
    .groupBy(filingDays.area)
    .as('kept');
  return db
    .select({ areas: inOneText([kept.area, kept.due, kept.arrived, kept.onTime]) })
    .from(kept);
}

/** What falls due later on the day itself, since the ledger counts whole days. */
export function laterTodayQuery(db: TenantDatabase, filter: OfCampaign) {
  const { asOf, duePassed, today } = filter.moment;
  const later = and(
    standing({ ...filter, range: { everything: true } }),
    eq(exempt, false),
    gt(dueAt, duePassed),
    lte(dueAt, endOfDay(today)),
  );
  return db
    .select({ area, ...countsOf(asOf) })
    .from(filingStandings)
    .where(later)
    .groupBy(area);
}

const areasSchema = v.array(v.tuple([v.string(), v.number(), v.number(), v.number()]));

type AreaSums = FilingTotals & { readonly area: string };

const toAreas = (text: string | undefined): AreaSums[] =>
  v
    .parse(areasSchema, valuesIn(text))
    .map(([place, due, arrived, onTime]) => ({ area: place, due, arrived, onTime }));

/** By area, from what the ledger has kept; what falls due later today is taken out again. */
async function sumKeptByArea(db: TenantDatabase, filter: OfCampaign): Promise<AreaSums[]> {
  const isOver = filter.moment.day !== undefined;
  const [[kept], early] = await Promise.all([
    keptFilingsQuery(db, filter),
    isOver ? [] : laterTodayQuery(db, filter),
  ]);
  return toAreas(kept?.areas).map((row) => {
    const minus = early.find((each) => each.area === row.area);
    const due = row.due - (minus?.due ?? 0);
    const arrived = row.arrived - (minus?.arrived ?? 0);
    return { area: row.area, due, arrived, onTime: row.onTime - (minus?.onTime ?? 0) };
  });
}

/** Name and area of the units with something overdue, in official order. */
export function overdueNamesQuery(db: TenantDatabase, filter: FilingFilter) {
  const units = db
    .select({
      name: nameOn(filter.moment.day).as('name'),
      area: sql<string>`min(${area})`.as('area'),
    })
    .from(filingStandings)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(overdue(filter))
    .groupBy(organizations.id)
    .orderBy(organizations.order, organizations.id)
    .as('late');
  return db.select({ pairs: inOneText([units.name, units.area]) }).from(units);
}

/** Of a part both at once, from one pass over its standings: sums by area, and who is overdue. */
export function partByAreaQuery(db: TenantDatabase, filter: FilingFilter) {
  const counts = countsOf(filter.moment.asOf);
  const unit = db.$with('unit').as(
    db
      .select({
        organizationId,
        area,
        due: counts.due.as('due'),
        arrived: counts.arrived.as('arrived'),
        onTime: counts.onTime.as('on_time'),
      })
      .from(filingStandings)
      .where(dueBy(filter))
      .groupBy(organizationId, area),
  );
  const total = (column: SQLWrapper, name: string) => sql<number>`sum(${column})`.as(name);
  const sums = db
    .select({
      area: unit.area,
      due: total(unit.due, 'due_there'),
      arrived: total(unit.arrived, 'arrived_there'),
      onTime: total(unit.onTime, 'on_time_there'),
    })
    .from(unit)
    .groupBy(unit.area)
    .as('sums');
  const late = db
    .select({
      name: nameOn(filter.moment.day).as('name'),
      area: sql<string>`min(${unit.area})`.as('area'),
    })
    .from(unit)
    // Not `join`: that lets the engine go through all units for the few that are late.
    .crossJoin(organizations)
    .where(and(eq(organizations.id, unit.organizationId), gt(unit.due, unit.arrived)))
    .groupBy(organizations.id)
    .orderBy(organizations.order, organizations.id)
    .as('late');
  const areas = inOneText([sums.area, sums.due, sums.arrived, sums.onTime]);
  return db
    .with(unit)
    .select({
      areas,
      late: sql<string>`(${db.select({ pairs: inOneText([late.name, late.area]) }).from(late)})`,
    })
    .from(sums);
}

const pairsSchema = v.array(v.tuple([v.string(), v.string()]));

type LateUnit = { readonly organizationName: string; readonly area: string };

const toLate = (text: string | undefined): LateUnit[] =>
  v
    .parse(pairsSchema, valuesIn(text))
    .map(([organizationName, place]) => ({ organizationName, area: place }));

export type FilingsByArea = { readonly sums: readonly AreaSums[]; readonly late: LateUnit[] };

/** What each area counts and who is overdue there: of everybody from the ledger and the index. */
export async function readFilingsByArea(
  db: TenantDatabase,
  filter: FilingFilter,
): Promise<FilingsByArea> {
  if (!filter.range.everything) {
    const [part] = await partByAreaQuery(db, filter);
    return { sums: toAreas(part?.areas), late: toLate(part?.late) };
  }
  const [sums, [names]] = await Promise.all([
    sumKeptByArea(db, filter),
    overdueNamesQuery(db, filter),
  ]);
  return { sums, late: toLate(names?.pairs) };
}
