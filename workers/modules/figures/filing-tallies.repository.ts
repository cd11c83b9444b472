import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { reviews } from '#schema/tables/tenant/reviews.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

/** The instants a figure is counted between: after the first, up to and including the second. */
type Window = { readonly after: number; readonly until: number };

const undone = sql`exists (select 1 from ${reviews} as undo where undo.undoes = ${reviews.id})`;

/**
 * The figures of a campaign's filings as of a cut-off, counted by the engine in one statement: only
 * columns and the dates of decisions are looked at, never an answer.
 */
export async function tallyCampaignFilings(db: TenantDatabase, campaignId: string, window: Window) {
  const course = courseOf(db, window);
  const figures = figuresOf(course, window);
  const [row] = await db
    .with(course)
    .select(figures)
    .from(submissions)
    .leftJoin(course, eq(course.submissionId, submissions.id))
    .where(sql`${submissions.campaignId} = ${campaignId} and ${submissions.state} <> 'exempt'`);
  if (row === undefined) throw new Error('an aggregate has one row');
  const { onTime, firstPass, rectified, reporting } = toTallies(row);
  return {
    statistics: {
      'on-time': onTime,
      'first-pass': firstPass,
      'rectified-after-return': rectified,
    },
    reporting,
  };
}

/** When each filing was first accepted and first returned, last accepted, and last returned within. */
export function courseOf(db: TenantDatabase, { after, until }: Window) {
  const at = (decision: 'accept' | 'return', when: SQL = sql`1`) =>
    sql`case when ${reviews.decision} = ${decision} and ${when} then ${reviews.at} end`;
  return db.$with('course').as(
    db
      .select({
        submissionId: reviews.submissionId,
        firstAt: sql<number>`min(${reviews.at})`.as('first_at'),
        firstReturnAt: sql<number | null>`min(${at('return')})`.as('first_return_at'),
        acceptedAt: sql<number | null>`max(${at('accept')})`.as('last_accept_at'),
        returnedAt: sql<number | null>`max(${at('return', sql`${reviews.at} > ${after}`)})`.as(
          'returned_at',
        ),
      })
      .from(reviews)
      .where(
        sql`${reviews.decision} in ('accept', 'return') and ${reviews.at} <= ${until} and not ${undone}`,
      )
      .groupBy(reviews.submissionId),
  );
}

type Course = ReturnType<typeof courseOf>;

/** Of which filings 一次通过率 and 退回整改完成率 are shares, and which of these they count. */
export function reviewedOf(course: Course, { after }: Pick<Window, 'after'>) {
  const { nil } = submissions;
  const decided = sql`(${nil} = 0 and ${course.firstAt} > ${after})`;
  const returned = sql`(${course.returnedAt} is not null)`;
  const first = sql`(${course.firstReturnAt} is null or ${course.firstAt} < ${course.firstReturnAt})`;
  return {
    'first-pass': { of: decided, counted: sql`(${decided} and ${first})` },
    'rectified-after-return': {
      of: returned,
      counted: sql`(${returned} and ${course.acceptedAt} > ${course.returnedAt})`,
    },
  };
}

function figuresOf(course: Course, { after, until }: Window) {
  const { dueAt, firstFiledAt, organizationId } = submissions;
  const due = sql`(${dueAt} > ${after} and ${dueAt} <= ${until})`;
  const arrived = sql`(${firstFiledAt} is not null and ${firstFiledAt} <= ${until})`;
  const reviewed = reviewedOf(course, { after });
  const { of: decided, counted: acceptedFirst } = reviewed['first-pass'];
  const { of: returned, counted: mended } = reviewed['rectified-after-return'];
  const count = (condition: SQL) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
  const units = (condition: SQL) =>
    sql<number>`count(distinct case when ${condition} then ${organizationId} end)`;
  return {
    due: count(due),
    dueUnits: units(due),
    lateUnits: units(sql`${due} and not ${arrived}`),
    onTime: count(sql`${due} and ${firstFiledAt} <= ${dueAt}`),
    examined: count(sql`${due} and ${course.firstAt} is not null`),
    examinedWrong: count(sql`${due} and ${course.firstReturnAt} is not null`),
    decided: count(decided),
    decidedUnits: units(decided),
    acceptedFirst: count(acceptedFirst),
    returned: count(returned),
    returnedUnits: units(returned),
    mended: count(mended),
  };
}

type Row = Readonly<Record<keyof ReturnType<typeof figuresOf>, number>>;

function toTallies(row: Row) {
  return {
    onTime: {
      numerator: row.onTime,
      denominator: row.due,
      units: row.dueUnits,
      verified: row.examined,
      verifiedWrong: row.examinedWrong,
    },
    firstPass: {
      numerator: row.acceptedFirst,
      denominator: row.decided,
      units: row.decidedUnits,
    },
    rectified: { numerator: row.mended, denominator: row.returned, units: row.returnedUnits },
    reporting: { unitsDue: row.dueUnits, unitsReported: row.dueUnits - row.lateUnits },
  };
}
