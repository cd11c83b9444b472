import { and, eq, exists, gt, gte, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { filingDays } from '#schema/tables/tenant/figures.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { urges } from '#schema/tables/tenant/reminders.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition, recordsInRange } from '#workers/modules/organizations/index.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { inOneText, valuesIn } from '#workers/platform/database/one-text.ts';
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

const ofKind = (kind: string) =>
  sql`(select ${organizations.id} from ${organizations} where ${organizations.kind} = ${kind})`;

const duePassed = ({ asOf }: ProgressFilter) =>
  and(
    isNotNull(submissions.dueAt),
    gte(submissions.dueAt, 0),
    lte(submissions.dueAt, newestPassed(asOf)),
  );

/** The same of filings found unit by unit: no index of due days is to be taken for it. */
const hasPassed = ({ asOf }: ProgressFilter) => sql`+${submissions.dueAt} <= ${newestPassed(asOf)}`;

function asked(filter: ProgressFilter): SQL | undefined {
  return and(
    filter.task === undefined ? undefined : eq(submissions.taskKey, filter.task),
    filter.kind === undefined
      ? undefined
      : inArray(submissions.organizationId, ofKind(filter.kind)),
  );
}

const ofCampaign = ({ campaignId }: ProgressFilter) => eq(submissions.campaignId, campaignId);

/** What was due by the moment: of everybody by the due days, of a part by its places. */
const dueIn = (filter: ProgressFilter) =>
  and(
    recordsInRange(filter.range, {
      table: submissions,
      columns: rangeColumns,
      among: ofCampaign(filter),
    }),
    filter.range.everything ? duePassed(filter) : hasPassed(filter),
    asked(filter),
  );

const own = eq(submissions.organizationId, organizations.id);

/** The same of one unit that was found already. */
const dueOfUnit = (filter: ProgressFilter) =>
  and(
    ofCampaign(filter),
    own,
    hasPassed(filter),
    asked(filter),
    rangeCondition(filter.range, rangeColumns),
  );

/** Filings that are missing, by the index of just these. */
const missing = (filter: ProgressFilter) =>
  and(dueIn(filter), isNull(submissions.firstFiledAt), ne(submissions.state, 'exempt'));

type ProgressKey = readonly [order: number, organizationId: string];
type ProgressPage = { after?: ProgressKey | undefined; limit: number };
type ListFilter = ProgressFilter & { overdueOnly: boolean; page?: ProgressPage };

/**
 * The units of a page, in official order. Who sees everything walks the units and stops where the
 * page is full; a part, and what is overdue, is found by place or among what is missing.
 */
function unitsOfPage(db: TenantDatabase, filter: ListFilter) {
  const { after, limit = -1 } = filter.page ?? {};
  const { order, id } = organizations;
  const owers = db.select({ id: submissions.organizationId }).from(submissions);
  const walked = filter.range.everything && !filter.overdueOnly;
  const chosen = walked
    ? exists(owers.where(dueOfUnit(filter)))
    : inArray(id, owers.where(filter.overdueOnly ? missing(filter) : dueIn(filter)));
  return db
    .select({ id })
    .from(organizations)
    .where(and(after && sql`(${order}, ${id}) > (${after[0]}, ${after[1]})`, chosen))
    .orderBy(order, id)
    .limit(limit);
}

/** 应报, 已报, 逾期 … of each unit that owes something, in official order. */
export function listProgress(db: TenantDatabase, filter: ListFilter) {
  const figures = figuresAsOf(filter.asOf);
  return db
    .select({
      organizationId: organizations.id,
      organizationName: organizations.name,
      order: organizations.order,
      kind: organizations.kind,
      liaison,
      urge,
      ...areaColumns,
      ...figures,
    })
    .from(organizations)
    .crossJoin(submissions)
    .leftJoin(areas, and(eq(areas.id, areaId), eq(areas.kind, 'bureau')))
    .where(and(inArray(organizations.id, unitsOfPage(db, filter)), dueOfUnit(filter)))
    .groupBy(organizations.id)
    .having(filter.overdueOnly ? sql`${figures.overdue} > 0` : undefined)
    .orderBy(organizations.order, organizations.id);
}

/** The units with something overdue in one text, in official order, and how much it is of all. */
export function overdueQuery(db: TenantDatabase, filter: ProgressFilter) {
  const late = db
    .select({ name: organizations.name, overdue: sql<number>`count(*)`.as('overdue') })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .where(missing(filter))
    .groupBy(organizations.order, organizations.id)
    .orderBy(organizations.order, organizations.id)
    .as('late');
  return db
    .select({ names: inOneText([late.name]), overdue: count(sql`${late.overdue}`) })
    .from(late);
}

const namesSchema = v.array(v.tuple([v.string()]));

const counted = {
  due: sql<number>`count(*)`,
  onTime: sql<number>`coalesce(sum(${submissions.firstFiledAt} <= ${submissions.dueAt}), 0)`,
};

/** Of a task, a kind or a part: from the index of due days, or by place. */
async function sumDue(db: TenantDatabase, filter: ProgressFilter) {
  const fallenDue = and(dueIn(filter), ne(submissions.state, 'exempt'));
  const [sums] = await db.select(counted).from(submissions).where(fallenDue);
  return sums ?? { due: 0, onTime: 0 };
}

/** Of a whole campaign: from the ledger of its days, less what falls due later today. */
async function sumKept(db: TenantDatabase, filter: ProgressFilter) {
  const { campaignId, day, due, onTime } = filingDays;
  const { asOf } = filter;
  const sumOf = (column: typeof due) => sql<number>`coalesce(sum(${column}), 0)`;
  const today = dayAt(asOf);
  const later = and(
    ofCampaign(filter),
    gt(submissions.dueAt, newestPassed(asOf)),
    lte(submissions.dueAt, endOfDay(today)),
    ne(submissions.state, 'exempt'),
  );
  const [[kept], [early]] = await Promise.all([
    db
      .select({ due: sumOf(due), onTime: sumOf(onTime) })
      .from(filingDays)
      .where(and(eq(campaignId, filter.campaignId), lte(day, today))),
    db.select(counted).from(submissions).where(later),
  ]);
  return {
    due: (kept?.due ?? 0) - (early?.due ?? 0),
    onTime: (kept?.onTime ?? 0) - (early?.onTime ?? 0),
  };
}

/** A part unit by unit, in official order and in one text: its filings are read once for it all. */
export function sumsByUnitQuery(db: TenantDatabase, filter: ProgressFilter) {
  const sums = db
    .select({
      name: organizations.name,
      due: sql<number>`count(*)`.as('due'),
      onTime: sql<number>`${counted.onTime}`.as('on_time'),
      overdue: sql<number>`sum(${submissions.firstFiledAt} is null)`.as('overdue'),
    })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .where(and(dueIn(filter), ne(submissions.state, 'exempt')))
    .groupBy(organizations.order, organizations.id)
    .orderBy(organizations.order, organizations.id)
    .as('sums');
  return db
    .select({ units: inOneText([sums.name, sums.due, sums.onTime, sums.overdue]) })
    .from(sums);
}

const sumsSchema = v.array(v.tuple([v.string(), v.number(), v.number(), v.number()]));

async function sumPart(db: TenantDatabase, filter: ProgressFilter) {
  const [found] = await sumsByUnitQuery(db, filter);
  const units = v.parse(sumsSchema, valuesIn(found?.units));
  const sum = (of: (unit: (typeof units)[number]) => number) =>
    units.reduce((before, unit) => before + of(unit), 0);
  const overdueNames = units.flatMap(([name, , , overdue]) => (overdue > 0 ? [name] : []));
  const [due, overdue] = [sum((unit) => unit[1]), sum((unit) => unit[3])];
  return {
    due,
    arrived: due - overdue,
    onTime: sum((unit) => unit[2]),
    overdue,
    overdueUnits: overdueNames.length,
    overdueNames,
  };
}

/** The same figures over all units of the range, and which units are overdue. */
export async function sumProgress(db: TenantDatabase, filter: ProgressFilter) {
  if (!filter.range.everything) return sumPart(db, filter);
  const { task, kind } = filter;
  const isWhole = task === undefined && kind === undefined;
  const [{ due, onTime }, [late]] = await Promise.all([
    isWhole ? sumKept(db, filter) : sumDue(db, filter),
    overdueQuery(db, filter),
  ]);
  const overdue = late?.overdue ?? 0;
  const overdueNames = v.parse(namesSchema, valuesIn(late?.names)).flat();
  return {
    due,
    arrived: due - overdue,
    onTime,
    overdue,
    overdueUnits: overdueNames.length,
    overdueNames,
  };
}
