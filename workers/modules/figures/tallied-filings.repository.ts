import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { filingStandings } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { submissionRevisions, submissions } from '#schema/tables/tenant/submissions.table.ts';
import { nameOn } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { standing } from './filing-figures.repository.ts';
import type { FilingFilter, ItemKey } from './filing-figures.repository.ts';
import { courseOf, reviewedOf } from './filing-tallies.repository.ts';
import type { TallySource } from './totals.domain.ts';
import { placeCondition } from './units.repository.ts';

type FilingSource = Exclude<TallySource, { kind: 'coverage' }>;

const { organizationId, area, submissionId, exempt, taskKey } = filingStandings;

/** What was filed last by the moment: revisions are never changed. */
const newestBy = (asOf: number) => sql`${submissionRevisions.revision} = (
  select max(newer.revision) from ${submissionRevisions} newer
  where newer.submission_id = ${submissions.id} and newer.filed_at <= ${asOf})`;

const whole = (key: string | undefined): SQL =>
  key === undefined
    ? sql`0`
    : sql`cast(json_extract(${submissionRevisions.answers}, ${`$."${key}"`}) as integer)`;

/** Which filings an indicator counts, and what of each. */
function countedBy(db: TenantDatabase, source: FilingSource, { moment }: FilingFilter) {
  const course = courseOf(db, { after: 0, until: moment.asOf });
  if (source.kind === 'reviews') {
    const { of, counted } = reviewedOf(course, { after: 0 })[source.statistic];
    return { course, where: of, numerator: counted, denominator: of };
  }
  const { tasks, numerator, denominator } = source;
  const asked = tasks.length === 0 ? sql`0` : inArray(taskKey, [...tasks]);
  return {
    course,
    where: and(asked, sql`${submissionRevisions.revision} is not null`) ?? asked,
    numerator: whole(numerator),
    denominator: whole(denominator),
  };
}

const unitColumns = { organizationId, area };

/** By unit, of the filings as they stood. */
export function tallyFilingsByUnit(db: TenantDatabase, filter: FilingFilter, source: FilingSource) {
  const { course, where, numerator, denominator } = countedBy(db, source, filter);
  const sum = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`;
  return db
    .with(course)
    .select({
      ...unitColumns,
      numerator: sum(numerator),
      denominator: sum(denominator),
      lines: count(),
    })
    .from(filingStandings)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .leftJoin(course, eq(course.submissionId, submissions.id))
    .leftJoin(
      submissionRevisions,
      and(eq(submissionRevisions.submissionId, submissions.id), newestBy(filter.moment.asOf)),
    )
    .where(and(standing(filter), eq(exempt, false), where))
    .groupBy(organizationId);
}

/** The filings that such an indicator looked at, in official unit order. */
export function listTalliedFilings(
  db: TenantDatabase,
  filter: FilingFilter & { source: FilingSource },
  page: { after: ItemKey | undefined; limit: number },
) {
  const { course, where } = countedBy(db, filter.source, filter);
  const { order, id } = organizations;
  return db
    .with(course)
    .select({
      id: submissions.id,
      versionHash: submissions.versionHash,
      taskKey: submissions.taskKey,
      organizationId: id,
      organizationName: nameOn(filter.moment.day),
      order,
      dueAt: filingStandings.dueAt,
      firstFiledAt: filingStandings.firstFiledAt,
    })
    .from(filingStandings)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .innerJoin(organizations, eq(id, organizationId))
    .leftJoin(course, eq(course.submissionId, submissions.id))
    .leftJoin(
      submissionRevisions,
      and(eq(submissionRevisions.submissionId, submissions.id), newestBy(filter.moment.asOf)),
    )
    .where(
      and(
        standing(filter),
        eq(exempt, false),
        where,
        filter.place && placeCondition(filingStandings, filter.place, filter.moment),
        page.after &&
          sql`(${order}, ${id}, ${submissions.id})
          > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`,
      ),
    )
    .orderBy(asc(order), asc(id), asc(submissions.id))
    .limit(page.limit);
}
