import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { rangeColumns, rowColumns } from './submissions.repository.ts';

/** What a unit has in hand and has not sent off: it can be filled in for it (代报). */
const unfiledStates = ['due', 'draft', 'returned'] as const;
const mostUnfiled = 500;

// An expression: in the order of the index on due dates the whole work would be read.
const dueFirst = sql`coalesce(${submissions.dueAt}, 9007199254740991)`;

/** The units that have not sent off one task, in official order. */
export function unfiledQuery(
  db: Pick<TenantDatabase, 'select'>,
  input: { campaignId: string; task: string; range: Range },
) {
  return db
    .select({ ...rowColumns, organizationName: organizations.name })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .where(
      and(
        eq(submissions.campaignId, input.campaignId),
        eq(submissions.taskKey, input.task),
        inArray(submissions.state, [...unfiledStates]),
        rangeCondition(input.range, rangeColumns),
      ),
    )
    .orderBy(dueFirst, asc(organizations.order), asc(organizations.id))
    .limit(mostUnfiled);
}
