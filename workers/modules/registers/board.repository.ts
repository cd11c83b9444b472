import { and, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { RegisterTotals, TotalKey } from '#plugins/sdk/registers/totals.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { registerEntries as entries } from '#schema/tables/tenant/registers.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { countOpenOfAll } from './register-totals.repository.ts';
import { entryRangeColumns } from './registers.repository.ts';

export type BoardFilter = { register: string; range: Range; embargo: boolean; today: string };

function conditionOf(filter: BoardFilter): SQL | undefined {
  return and(
    eq(entries.registerKey, filter.register),
    sql`(${entries.ends} is null or ${entries.ends} = 'closed')`,
    filter.embargo ? undefined : eq(entries.embargoed, false),
    rangeCondition(filter.range, entryRangeColumns),
  );
}

const sum = (condition: SQL) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;

/** The columns that counts look at, of the entries themselves or of how they once stood. */
type CountedColumns = Pick<
  typeof entries,
  | 'ends'
  | 'longTerm'
  | 'mustVerify'
  | 'mustReply'
  | 'acceptedOn'
  | 'verifiedOn'
  | 'repliedOn'
  | 'rectifiedOn'
  | 'closedOn'
  | 'doneOn'
  | 'dueOn'
  | 'verificationDueOn'
  | 'replyDueOn'
>;
type Counted = { readonly [key in keyof CountedColumns]: SQLiteColumn };

/** The counts of `totalsOf` as of a day, from the columns; a test holds both together. */
export function countsOn(today: string, entries: Counted): Record<TotalKey, SQL<number>> {
  const isDue = (day: SQLiteColumn) =>
    sql`(${entries.longTerm} = 0 and ${day} is not null and ${day} <= ${today})`;
  const rectified = sql`(${entries.rectifiedOn} is not null or ${entries.closedOn} is not null
    or ${entries.doneOn} is not null)`;
  const finishedOn = sql`coalesce(${entries.doneOn}, ${entries.closedOn})`;
  const due = isDue(entries.dueOn);
  const dueVerification = sql`(${entries.mustVerify} = 1 and ${isDue(entries.verificationDueOn)})`;
  const dueReply = sql`(${entries.mustReply} = 1 and ${isDue(entries.replyDueOn)})`;
  const accepted = sql`${entries.acceptedOn} is not null`;
  return {
    entries: sql<number>`count(*)`,
    open: sum(sql`${entries.ends} is null`),
    longTerm: sum(sql`${entries.longTerm} = 1`),
    due: sum(due),
    overdue: sum(sql`${entries.longTerm} = 0 and ${entries.dueOn} < ${today} and not ${rectified}`),
    rectified: sum(rectified),
    closed: sum(sql`${entries.closedOn} is not null`),
    accepted: sum(accepted),
    done: sum(sql`${entries.doneOn} is not null`),
    dueRectified: sum(sql`${due} and ${rectified}`),
    dueClosed: sum(sql`${due} and ${entries.closedOn} is not null`),
    dueOnTime: sum(sql`${due} and ${finishedOn} <= ${entries.dueOn}`),
    dueAccepted: sum(sql`${due} and ${accepted}`),
    dueDone: sum(sql`${due} and ${accepted} and ${entries.doneOn} is not null`),
    dueVerification: sum(dueVerification),
    verified: sum(sql`${dueVerification} and ${entries.verifiedOn} is not null`),
    dueReply: sum(dueReply),
    replied: sum(sql`${dueReply} and ${entries.repliedOn} is not null`),
  };
}

export type UnitCounts = RegisterTotals & { organizationId: string; organizationName: string };

/** The counts of every unit with an entry, in official order. */
export function countByUnit(db: TenantDatabase, filter: BoardFilter): Promise<UnitCounts[]> {
  return db
    .select({
      organizationId: organizations.id,
      organizationName: organizations.name,
      ...countsOn(filter.today, entries),
    })
    .from(entries)
    .innerJoin(organizations, eq(organizations.id, entries.organizationId))
    .where(conditionOf(filter))
    .groupBy(organizations.id)
    .orderBy(organizations.order, organizations.id);
}

/** How far every row of a master list is, and how many of its instances are overdue. */
export function countByRow(db: TenantDatabase, filter: BoardFilter) {
  const { masterRow, ends, openDueOn } = entries;
  return db
    .select({
      row: sql<string>`${masterRow}`,
      total: sql<number>`count(*)`,
      closed: sum(sql`${ends} = 'closed'`),
      overdue: sum(sql`${openDueOn} < ${filter.today}`),
    })
    .from(entries)
    .where(and(conditionOf(filter), isNotNull(masterRow)))
    .groupBy(masterRow);
}

/** Entries that have not ended in a range; of everybody the kept totals say it. */
export async function countOpen(db: TenantDatabase, filter: BoardFilter): Promise<number> {
  if (filter.range.everything && filter.embargo) return countOpenOfAll(db, filter.register);
  const [row] = await db
    .select({ open: sum(sql`${entries.ends} is null`) })
    .from(entries)
    .where(conditionOf(filter));
  return row?.open ?? 0;
}

/** Entries whose day is over, by the index of due days. */
export async function countOverdue(db: TenantDatabase, filter: BoardFilter): Promise<number> {
  const { openDueOn } = entries;
  const [row] = await db
    .select({ overdue: sql<number>`count(*)` })
    .from(entries)
    .where(and(lt(openDueOn, filter.today), gt(openDueOn, ''), conditionOf(filter)));
  return row?.overdue ?? 0;
}
