import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { registerEntries } from '#schema/tables/tenant/registers.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { listedField } from './listed-fields.repository.ts';
import { entryRangeColumns } from './registers.repository.ts';
import type { StoredEntry } from './stored-entry.domain.ts';

export type EntryFilter = {
  register: string;
  range: Range;
  /** Entries under embargo are for the commission alone. */
  embargo: boolean;
  number?: number | undefined;
  state?: string | undefined;
  organizationId?: string | undefined;
  row?: string | undefined;
  /** Only what is overdue on that day, the longest overdue first. */
  overdueOn?: string | undefined;
  open?: boolean | undefined;
  /** Whose signature a hand-over waits for. */
  awaiting?: 'unit' | 'office' | 'organ' | undefined;
  /** An answer to one of the fields that the register lists. */
  answer?: { field: string; value: string } | undefined;
  /** The order of one of those fields; within it the official order of units. */
  sort?: { field: string; isDescending: boolean } | undefined;
};
/** What the order of a list looks at, of the last row shown. */
export type EntryKey = readonly (number | string)[];

type Lead = 'number' | 'awaiting' | 'sort' | 'due' | 'answer' | 'unit' | 'state' | 'order';

/** The one condition whose index a list is read by; everything else is looked at row by row. */
function leadOf(filter: EntryFilter): Lead {
  if (filter.number !== undefined) return 'number';
  if (filter.sort !== undefined) return 'sort';
  if (filter.awaiting !== undefined) return 'awaiting';
  if (filter.overdueOn !== undefined) return 'due';
  if (filter.answer !== undefined) return 'answer';
  if (filter.organizationId !== undefined) return 'unit';
  return filter.state === undefined ? 'order' : 'state';
}

/** With a plus before it a condition offers no index of its own, so that the order of the list decides. */
const beside = (condition: SQL | undefined) => condition && sql`+(${condition})`;

function conditionOf(filter: EntryFilter): SQL | undefined {
  const { registerKey, state, organizationId, masterRow, openDueOn, ends, number } =
    registerEntries;
  const lead = leadOf(filter);
  const conditions: [Lead | undefined, SQL | undefined][] = [
    ['awaiting', given(filter.awaiting, (side) => eq(registerEntries.awaiting, side))],
    ['number', given(filter.number, (value) => eq(number, value))],
    ['state', given(filter.state, (value) => eq(state, value))],
    ['unit', given(filter.organizationId, (value) => eq(organizationId, value))],
    ['due', given(filter.overdueOn, (day) => and(lt(openDueOn, day), gt(openDueOn, '')))],
    ['answer', filter.answer && answerCondition(filter.answer)],
    [undefined, given(filter.row, (value) => eq(masterRow, value))],
    [undefined, filter.open ? sql`${ends} is null` : undefined],
    [undefined, filter.embargo ? undefined : eq(registerEntries.embargoed, false)],
    [undefined, rangeCondition(filter.range, entryRangeColumns)],
  ];
  return and(
    eq(registerKey, filter.register),
    ...conditions.map(([leads, condition]) => (leads === lead ? condition : beside(condition))),
  );
}

function given<Value>(value: Value | undefined, make: (value: Value) => SQL | undefined) {
  return value === undefined ? undefined : make(value);
}

function answerCondition({ field, value }: { field: string; value: string }): SQL {
  return sql`${listedField(field)} = ${value}`;
}

/** What a list goes by: the field asked for, the due day, the number within one unit, or the official order of units. */
function orderOf(filter: EntryFilter) {
  const { number, organizationOrder, openDueOn } = registerEntries;
  const lead = leadOf(filter);
  if (lead === 'number' || lead === 'unit') return [number];
  if (lead === 'due') return [openDueOn, number];
  const { sort } = filter;
  return [...(sort === undefined ? [] : [listedField(sort.field)]), organizationOrder, number];
}

/** A page of a register in the order of `orderOf`. */
export function entryPageQuery(
  db: Pick<TenantDatabase, 'select'>,
  filter: EntryFilter,
  page: { after?: EntryKey | undefined; limit: number },
) {
  const order = orderOf(filter);
  const isDescending = filter.sort?.isDescending ?? false;
  return db
    .select()
    .from(registerEntries)
    .where(and(conditionOf(filter), page.after && beyond(order, page.after, isDescending)))
    .orderBy(...order.map((column) => (isDescending ? desc(column) : asc(column))))
    .limit(page.limit);
}

function beyond(order: ReturnType<typeof orderOf>, after: EntryKey, isDescending: boolean): SQL {
  const columns = sql.join(
    order.map((column) => sql`${column}`),
    sql`, `,
  );
  const values = sql.join(
    after.map((value) => sql`${value}`),
    sql`, `,
  );
  return isDescending ? sql`(${columns}) < (${values})` : sql`(${columns}) > (${values})`;
}

/** The key by which the next page goes on. */
export function entryKeyOf(filter: EntryFilter, row: StoredEntry): EntryKey {
  const { number, organizationOrder, openDueOn } = row;
  const lead = leadOf(filter);
  if (lead === 'number' || lead === 'unit') return [number];
  if (lead === 'due') return [openDueOn ?? '', number];
  if (filter.sort === undefined) return [organizationOrder, number];
  const value = row.answers[filter.sort.field];
  const isScalar = typeof value === 'string' || typeof value === 'number';
  return [isScalar ? value : '', organizationOrder, number];
}

/** How long the key of a list is; a cursor of another list is none of its own. */
export function keyLengthOf(filter: EntryFilter): number {
  return orderOf(filter).length;
}

const countedTo = 1001;

/** How many there are, counted to 1000. */
export async function countEntries(db: TenantDatabase, filter: EntryFilter): Promise<number> {
  const some = db
    .select({ one: sql<number>`1`.as('one') })
    .from(registerEntries)
    .where(conditionOf(filter))
    .limit(countedTo)
    .as('some');
  const [row] = await db.select({ total: sql<number>`count(*)` }).from(some);
  return row?.total ?? 0;
}
