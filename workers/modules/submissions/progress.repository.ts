import { and, eq, gte, isNotNull, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Range } from '#schema/contracts/permission.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { urges } from '#schema/tables/tenant/reminders.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { newestPassed } from './submissions.domain.ts';
import { rangeColumns } from './submissions.repository.ts';

export type ProgressFilter = {
  campaignId: string;
  task?: string | undefined;
  kind?: string | undefined;
  range: Range;
  /** Every figure is as of this instant; what is due later is in none of them. */
  asOf: number;
};

const count = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;

function figuresAsOf(asOf: number) {
  const arrived = sql`(${submissions.firstFiledAt} is not null and ${submissions.firstFiledAt} <= ${asOf})`;
  const open = sql`${submissions.state} <> 'exempt'`;
  return {
    due: count(open),
    arrived: count(sql`${open} and ${arrived}`),
    onTime: count(
      sql`${open} and ${arrived} and ${submissions.firstFiledAt} <= ${submissions.dueAt}`,
    ),
    inReview: count(sql`${submissions.state} in ('filed', 'held')`),
    returned: count(sql`${submissions.state} = 'returned'`),
    exempt: count(sql`${submissions.state} = 'exempt'`),
    overdue: count(sql`${open} and not ${arrived}`),
    oldestOverdue: sql<
      number | null
    >`min(case when ${open} and not ${arrived} then ${submissions.dueAt} end)`,
  };
}

const areas = alias(organizations, 'areas');

/** The first authority on the way from the commission to the unit. */
const areaId = sql`substr(${submissions.territoryPath}, 1, instr(${submissions.territoryPath}, '/') - 1)`;

const areaColumns = {
  areaId: sql<string | null>`min(${areas.id})`,
  areaName: sql<string | null>`min(${areas.name})`,
  areaOrder: sql<number | null>`min(${areas.order})`,
};

/** 联络员: who fills in for the unit. */
const liaison = sql<string | null>`(select group_concat(name, '、') from (
  select distinct ${people.name} as name from ${grants}
    join ${people} on ${people.id} = ${grants.personId} and ${people.disabledAt} is null
  where ${grants.organizationId} = ${organizations.id} and ${grants.revokedAt} is null
    and ${grants.role} in ('hospital-clerk', 'bureau-reviewer') limit 2))`;

/** 上次催办: when and by which post. */
const urge = sql<string | null>`(select json_object('at', ${urges.at}, 'post', ${urges.byPost})
  from ${urges} where ${urges.organizationId} = ${organizations.id}
  order by ${urges.at} desc limit 1)`;

function conditionOf(filter: ProgressFilter): SQL | undefined {
  return and(
    eq(submissions.campaignId, filter.campaignId),
    isNotNull(submissions.dueAt),
    gte(submissions.dueAt, 0),
    lte(submissions.dueAt, newestPassed(filter.asOf)),
    filter.task === undefined ? undefined : eq(submissions.taskKey, filter.task),
    filter.kind === undefined ? undefined : sql`${organizations.kind} = ${filter.kind}`,
    rangeCondition(filter.range, rangeColumns),
  );
}

/** 应报, 已报, 逾期 … of each unit that owes something, in official order. */
export function listProgress(
  db: TenantDatabase,
  filter: ProgressFilter & { overdueOnly: boolean },
) {
  const figures = figuresAsOf(filter.asOf);
  return db
    .select({
      organizationId: organizations.id,
      organizationName: organizations.name,
      kind: organizations.kind,
      liaison,
      urge,
      ...areaColumns,
      ...figures,
    })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .leftJoin(areas, and(eq(areas.id, areaId), eq(areas.kind, 'bureau')))
    .where(conditionOf(filter))
    .groupBy(organizations.id)
    .having(filter.overdueOnly ? sql`${figures.overdue} > 0` : undefined)
    .orderBy(organizations.order, organizations.id);
}

/** The same figures over all units of the range, and how many units are overdue. */
export async function sumProgress(db: TenantDatabase, filter: ProgressFilter) {
  const { due, arrived, onTime, overdue } = figuresAsOf(filter.asOf);
  const late = sql`case when ${submissions.state} <> 'exempt'
    and (${submissions.firstFiledAt} is null or ${submissions.firstFiledAt} > ${filter.asOf})
    then ${submissions.organizationId} end`;
  const [row] = await db
    .select({ due, arrived, onTime, overdue, overdueUnits: sql<number>`count(distinct ${late})` })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .where(conditionOf(filter));
  return row ?? { due: 0, arrived: 0, onTime: 0, overdue: 0, overdueUnits: 0 };
}
