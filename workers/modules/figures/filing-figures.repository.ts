import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { nameOn, recordsInRange } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { Moment } from './moment.domain.ts';
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

export const countsOf = (asOf: number) => ({
  due: sql<number>`count(*)`,
  arrived: sum(arrivedBy(asOf)),
  onTime: sum(inTime(asOf)),
});

/** What was due by the moment, and not exempt. */
export const dueBy = (filter: FilingFilter) =>
  and(standing(filter), lte(dueAt, filter.moment.duePassed), eq(exempt, false));

/** By unit, from the standings themselves. */
export function sumFilingsByUnit(db: TenantDatabase, filter: FilingFilter) {
  return db
    .select({ organizationId, area, ...countsOf(filter.moment.asOf) })
    .from(filingStandings)
    .where(dueBy(filter))
    .groupBy(organizationId);
}

/** Now what has not arrived bears no date; the words are those of the index of what is missing. */
const missing = ({ day, asOf }: Moment) =>
  day === undefined
    ? sql`${exempt} = 0 and ${firstFiledAt} is null`
    : and(eq(exempt, false), sql`not ${arrivedBy(asOf)}`);

export const overdue = (filter: FilingFilter) =>
  and(
    standing(filter),
    lte(dueAt, filter.moment.duePassed),
    missing(filter.moment),
    filter.place && placeCondition(filingStandings, filter.place, filter.moment),
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
        filter.place && placeCondition(filingStandings, filter.place, filter.moment),
        page.after === undefined
          ? undefined
          : sql`(${organizations.order}, ${organizations.id}, ${submissions.id})
              > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`,
      ),
    )
    .orderBy(asc(organizations.order), asc(organizations.id), asc(submissions.id))
    .limit(page.limit);
}
