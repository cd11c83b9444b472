import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Range } from '#schema/contracts/permission.ts';
import { filingDays, filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { nameOn, recordsInRange } from '#workers/modules/organizations/index.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { Moment } from './moment.domain.ts';
import type { FilingTotals } from './totals.domain.ts';
import { inForce, placeCondition } from './units.repository.ts';
import type { PlaceFilter } from './units.repository.ts';

export type FilingFilter = {
  readonly campaignId: string;
  readonly moment: Moment;
  readonly range: Range;
  readonly place?: PlaceFilter;
};

const { campaignId, untilAt, sinceAt, dueAt, exempt, firstFiledAt, area, organizationId } =
  filingStandings;

/** How the campaign's filings of the reader's range stand at the moment or later. */
const among = (filter: FilingFilter) =>
  recordsInRange(filter.range, {
    table: filingStandings,
    columns: {
      organizationId,
      paths: {
        supervision: filingStandings.supervisionPath,
        territory: filingStandings.territoryPath,
      },
      task: filingStandings.taskKey,
    },
    among: sql`${eq(campaignId, filter.campaignId)} and ${inForce(untilAt, filter.moment)}`,
  });

/** Every filing once, as it stood at the moment. */
export const standing = (filter: FilingFilter) =>
  and(among(filter), lte(sinceAt, filter.moment.asOf));

const arrivedBy = (asOf: number) =>
  sql`(${firstFiledAt} is not null and ${firstFiledAt} <= ${asOf})`;
const inTime = (asOf: number) => sql`(${arrivedBy(asOf)} and ${firstFiledAt} <= ${dueAt})`;
const sum = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
const countsOf = (asOf: number) => ({
  due: sql<number>`count(*)`,
  arrived: sum(arrivedBy(asOf)),
  onTime: sum(inTime(asOf)),
});

type OfCampaign = Omit<FilingFilter, 'range'>;

/** What the ledger of a campaign has kept, by area. */
export function keptFilingsQuery(db: TenantDatabase, { campaignId: campaign, moment }: OfCampaign) {
  const total = (column: typeof filingDays.due) => sql<number>`sum(${column})`;
  return db
    .select({
      area: filingDays.area,
      due: total(filingDays.due),
      arrived: total(filingDays.arrived),
      onTime: total(filingDays.onTime),
    })
    .from(filingDays)
    .where(and(eq(filingDays.campaignId, campaign), lte(filingDays.day, moment.today)))
    .groupBy(filingDays.area);
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

/** By area, from what the ledger has kept; what falls due later today is taken out again. */
export async function sumFilingsByArea(
  db: TenantDatabase,
  filter: OfCampaign,
): Promise<(FilingTotals & { area: string })[]> {
  const isOver = filter.moment.day !== undefined;
  const [kept, early] = await Promise.all([
    keptFilingsQuery(db, filter),
    isOver ? [] : laterTodayQuery(db, filter),
  ]);
  return kept.map((row) => {
    const minus = early.find((each) => each.area === row.area);
    const due = row.due - (minus?.due ?? 0);
    const arrived = row.arrived - (minus?.arrived ?? 0);
    return { area: row.area, due, arrived, onTime: row.onTime - (minus?.onTime ?? 0) };
  });
}

/** By unit, from the standings themselves. */
export function sumFilingsByUnit(db: TenantDatabase, filter: FilingFilter) {
  return db
    .select({ organizationId, area, ...countsOf(filter.moment.asOf) })
    .from(filingStandings)
    .where(and(standing(filter), lte(dueAt, filter.moment.duePassed), eq(exempt, false)))
    .groupBy(organizationId);
}

/** Now what has not arrived bears no date; the words are those of the index of what is missing. */
const missing = ({ day, asOf }: Moment) =>
  day === undefined
    ? sql`${exempt} = 0 and ${firstFiledAt} is null`
    : and(eq(exempt, false), sql`not ${arrivedBy(asOf)}`);

const overdue = (filter: FilingFilter) =>
  and(
    standing(filter),
    lte(dueAt, filter.moment.duePassed),
    missing(filter.moment),
    filter.place && placeCondition(filingStandings, filter.place),
  );

/** The units with something overdue, in official order. */
export function listOverdueUnits(db: TenantDatabase, filter: FilingFilter) {
  return db
    .select({
      organizationId,
      organizationName: nameOn(filter.moment.day),
      order: organizations.order,
      area,
      filings: sql<number>`count(*)`,
      oldestDueAt: sql<number>`min(${dueAt})`,
    })
    .from(filingStandings)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(overdue(filter))
    .groupBy(organizations.id)
    .orderBy(organizations.order, organizations.id);
}

/** Name and area of those units in one text: the engine answers one cell instead of thousands. */
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
  const pair = sql`json_array(${units.name}, ${units.area})`;
  return db.select({ pairs: sql<string>`json_group_array(${pair})` }).from(units);
}

const pairsSchema = v.array(v.tuple([v.string(), v.string()]));

/** The units with something overdue by name and area, in official order. */
export async function listOverdueNames(db: TenantDatabase, filter: FilingFilter) {
  const [row] = await overdueNamesQuery(db, filter);
  const pairs = v.parse(pairsSchema, JSON.parse(row?.pairs ?? '[]'));
  return pairs.map(([organizationName, place]) => ({ organizationName, area: place }));
}

type FilingStatistic = 'due' | 'arrived' | 'on-time' | 'overdue';
export type ItemKey = readonly [order: number, organization: string, id: string];

/** The filings that a figure counted, in official unit order. */
export function listCountedFilings(
  db: TenantDatabase,
  filter: FilingFilter & { statistic: FilingStatistic },
  page: { after: ItemKey | undefined; limit: number },
) {
  const { asOf, duePassed } = filter.moment;
  const conditions: Record<FilingStatistic, SQL> = {
    due: sql`1`,
    arrived: arrivedBy(asOf),
    'on-time': inTime(asOf),
    overdue: sql`not ${arrivedBy(asOf)}`,
  };
  return db
    .select({
      id: submissions.id,
      versionHash: submissions.versionHash,
      taskKey: submissions.taskKey,
      organizationId: organizations.id,
      organizationName: nameOn(filter.moment.day),
      order: organizations.order,
      dueAt,
      firstFiledAt: sql<number | null>`case when ${arrivedBy(asOf)} then ${firstFiledAt} end`,
    })
    .from(filingStandings)
    .innerJoin(submissions, eq(submissions.id, filingStandings.submissionId))
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(
        standing(filter),
        lte(dueAt, duePassed),
        eq(exempt, false),
        conditions[filter.statistic],
        filter.place && placeCondition(filingStandings, filter.place),
        page.after === undefined
          ? undefined
          : sql`(${organizations.order}, ${organizations.id}, ${submissions.id})
              > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`,
      ),
    )
    .orderBy(asc(organizations.order), asc(organizations.id), asc(submissions.id))
    .limit(page.limit);
}
