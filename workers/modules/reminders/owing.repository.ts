import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Range } from '#schema/contracts/permission.ts';
import type { UrgeAll } from '#schema/contracts/reminders.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { requestReplies } from '#schema/tables/tenant/requests.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import { submissionRangeColumns } from '#workers/modules/submissions/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

type Reading = Pick<TenantDatabase, 'select'>;
/** Units after one of them by id, and how many at most; all of them where nothing is said. */
export type UnitPage = { after?: string | undefined; limit?: number };
type FilingFilter = UrgeAll & {
  campaignId: string;
  task: string | undefined;
  range: Range;
  now: number;
};

/** All of them need no order, and are found by the index of what is missing. */
const orderOf = ({ limit }: UnitPage, column: SQLiteColumn) =>
  limit === undefined ? [] : [asc(column)];

/** The first authority on the way from the commission to the unit, where that is a bureau. */
const isArea = sql`select 1 from ${organizations} where ${organizations.kind} = 'bureau'
  and ${organizations.id} = substr(${submissions.territoryPath}, 1,
    instr(${submissions.territoryPath}, '/') - 1)`;

function inArea(area: string | undefined): SQL | undefined {
  if (area === undefined) return undefined;
  if (area === 'own') return sql`not exists (${isArea})`;
  return sql`exists (${isArea} and ${organizations.id} = ${area})`;
}

const states = {
  waiting: sql`('filed', 'held')`,
  returned: sql`('returned')`,
  exempt: sql`('exempt')`,
} as const;

/** Units of which something else that is due stands so; what is missing is what is looked for. */
function standsSo({ state, campaignId, task, now }: FilingFilter): SQL | undefined {
  if (state === undefined || state === 'missing') return undefined;
  const ofTask = task === undefined ? sql`` : sql` and other.task_key = ${task}`;
  return sql`exists (select 1 from submissions other where other.campaign_id = ${campaignId}
    and other.organization_id = ${submissions.organizationId} and other.due_at < ${now}
    and other.state in ${states[state]}${ofTask})`;
}

/** How much each unit of a range owes and is overdue with, whichever page of the list it is on. */
export function overdueQuery(db: Reading, filter: FilingFilter, page: UnitPage = {}) {
  const { campaignId, organizationId, dueAt, firstFiledAt, state, taskKey } = submissions;
  const { kind, now, task } = filter;
  const ofKind = sql`(select ${organizations.id} from ${organizations}
    where ${organizations.kind} = ${kind})`;
  return db
    .select({ organizationId, items: sql<number>`count(*)` })
    .from(submissions)
    .where(
      and(
        eq(campaignId, filter.campaignId),
        isNull(firstFiledAt),
        isNotNull(dueAt),
        gte(dueAt, 0),
        lte(dueAt, now - 1),
        ne(state, 'exempt'),
        task === undefined ? undefined : eq(taskKey, task),
        kind === undefined ? undefined : inArray(organizationId, ofKind),
        inArea(filter.area),
        standsSo(filter),
        rangeCondition(filter.range, submissionRangeColumns),
        page.after === undefined ? undefined : gt(organizationId, page.after),
      ),
    )
    .groupBy(organizationId)
    .orderBy(...orderOf(page, organizationId))
    .limit(page.limit ?? -1);
}

/** How many replies to a request each unit owes past their day. */
export function lateRepliesQuery(
  db: Reading,
  filter: Pick<UrgeAll, 'reply' | 'occurrence'> & { requestId: string; now: number },
  page: UnitPage = {},
) {
  const { requestId, organizationId, occurrence, state, dueAt } = requestReplies;
  return db
    .select({ organizationId, items: sql<number>`count(*)` })
    .from(requestReplies)
    .where(
      and(
        eq(requestId, filter.requestId),
        lte(dueAt, filter.now),
        inArray(state, ['due', 'draft', 'returned']),
        filter.reply === undefined ? undefined : eq(state, filter.reply),
        filter.occurrence === undefined ? undefined : eq(occurrence, filter.occurrence),
        page.after === undefined ? undefined : gt(organizationId, page.after),
      ),
    )
    .groupBy(organizationId)
    .orderBy(...orderOf(page, organizationId))
    .limit(page.limit ?? -1);
}
