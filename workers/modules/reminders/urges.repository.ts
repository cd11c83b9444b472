import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { urges } from '#schema/tables/tenant/reminders.table.ts';
import { requestReplies, requests } from '#schema/tables/tenant/requests.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import { submissionRangeColumns } from '#workers/modules/submissions/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredUrge = typeof urges.$inferSelect;
export type OwedBy = { organizationId: string; items: number };

const CHUNK = 500;

/** A statement binds only so many values. */
async function inChunks<Row>(
  ids: readonly string[],
  read: (part: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const parts: Promise<Row[]>[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) parts.push(read(ids.slice(at, at + CHUNK)));
  return (await Promise.all(parts)).flat();
}

/** How many filings of a campaign each of some units within a range owes and is overdue with. */
export function listOverdue(
  db: TenantDatabase,
  input: {
    campaignId: string;
    task: string | undefined;
    organizationIds: readonly string[];
    range: Range;
    now: number;
  },
): Promise<OwedBy[]> {
  const { organizationId, state, dueAt, firstFiledAt } = submissions;
  return inChunks(input.organizationIds, (part) =>
    db
      .select({
        organizationId,
        items: sql<number>`sum(${state} in ('due', 'draft', 'signing', 'signed')
          and ${dueAt} <= ${input.now} and ${firstFiledAt} is null)`,
      })
      .from(submissions)
      .where(
        and(
          inArray(organizationId, part),
          eq(submissions.campaignId, input.campaignId),
          input.task === undefined ? undefined : eq(submissions.taskKey, input.task),
          rangeCondition(input.range, submissionRangeColumns),
        ),
      )
      .groupBy(organizationId),
  );
}

/** Replies to a request that some units owe, overdue or not. */
export function listUnanswered(
  db: TenantDatabase,
  input: { requestId: string; organizationIds: readonly string[] },
): Promise<OwedBy[]> {
  const { organizationId, state, requestId } = requestReplies;
  return inChunks(input.organizationIds, (part) =>
    db
      .select({ organizationId, items: sql<number>`sum(${state} in ('due', 'draft', 'returned'))` })
      .from(requestReplies)
      .where(and(eq(requestId, input.requestId), inArray(organizationId, part)))
      .groupBy(organizationId),
  );
}

export async function findIssued(db: TenantDatabase, id: string) {
  const [row] = await db
    .select({ id: requests.id, issuerId: requests.issuerId, content: requests.content })
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.state, 'issued')));
  return row;
}

/** Units by id in official order, with who urged each today. */
export async function listUrgedOn(
  db: TenantDatabase,
  input: { organizationIds: readonly string[]; onDay: string },
) {
  const rows = await inChunks(input.organizationIds, (part) =>
    db
      .select({
        id: organizations.id,
        name: organizations.name,
        order: organizations.order,
        urge: { id: urges.id, at: urges.at, byPost: urges.byPost },
      })
      .from(organizations)
      .leftJoin(
        urges,
        and(eq(urges.organizationId, organizations.id), eq(urges.onDay, input.onDay)),
      )
      .where(inArray(organizations.id, part)),
  );
  return rows.toSorted((one, two) => one.order - two.order || one.id.localeCompare(two.id));
}

/** Urges of a day; refused as a whole where one of the units was urged that day meanwhile. */
export function insertUrges(rows: readonly StoredUrge[]): Step {
  return { statement: toStatement(build.insert(urges).values([...rows])) };
}

export async function findUrge(db: TenantDatabase, id: string): Promise<StoredUrge | undefined> {
  const [row] = await db.select().from(urges).where(eq(urges.id, id));
  return row;
}
