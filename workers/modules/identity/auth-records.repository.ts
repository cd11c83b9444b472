import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  like,
  lt,
  lte,
  ne,
  notInArray,
  or,
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { credentials, people, sessions, verifications } from '#schema/tables/identity.table.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { Statement } from '#workers/platform/database/statement.ts';

/** Better Auth's models by its own names. */
export const authTables = {
  user: people,
  session: sessions,
  account: credentials,
  verification: verifications,
} as const;
export type AuthModel = keyof typeof authTables;
export type AuthRow = Record<string, unknown>;

export type AuthWhere = {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
  readonly connector: 'AND' | 'OR';
};

export function isAuthModel(name: string): name is AuthModel {
  return Object.hasOwn(authTables, name);
}

export type AuthQuery = {
  readonly model: AuthModel;
  readonly where?: readonly AuthWhere[] | undefined;
  readonly limit?: number;
  readonly offset?: number | undefined;
  readonly sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined;
};

export async function readRows(db: Database, query: AuthQuery): Promise<AuthRow[]> {
  const table: SQLiteTable = authTables[query.model];
  const { sortBy } = query;
  const order = sortBy
    ? [(sortBy.direction === 'asc' ? asc : desc)(columnOf(query.model, sortBy.field))]
    : [];
  return db
    .select()
    .from(table)
    .where(conditionOf(query.model, query.where ?? []))
    .orderBy(...order)
    .limit(query.limit ?? 100)
    .offset(query.offset ?? 0);
}

export async function countRows(db: Database, query: AuthQuery): Promise<number> {
  const table: SQLiteTable = authTables[query.model];
  const condition = conditionOf(query.model, query.where ?? []);
  const [row] = await db.select({ total: count() }).from(table).where(condition);
  return row?.total ?? 0;
}

export function insertRow(model: AuthModel, row: AuthRow): Statement {
  const table: SQLiteTable = authTables[model];
  return toStatement(build.insert(table).values(row));
}

export function updateRows(
  model: AuthModel,
  where: readonly AuthWhere[],
  change: AuthRow,
): Statement {
  const table: SQLiteTable = authTables[model];
  return toStatement(build.update(table).set(change).where(someOf(model, where)));
}

export function deleteRows(model: AuthModel, where: readonly AuthWhere[]): Statement {
  const table: SQLiteTable = authTables[model];
  return toStatement(build.delete(table).where(someOf(model, where)));
}

/** A write without a condition would touch every account. */
function someOf(model: AuthModel, where: readonly AuthWhere[]): SQL {
  const condition = conditionOf(model, where);
  if (!condition) throw new Error(`Better Auth writes ${model} without a condition`);
  return condition;
}

function conditionOf(model: AuthModel, where: readonly AuthWhere[]): SQL | undefined {
  const toCondition = (clause: AuthWhere) => compare(columnOf(model, clause.field), clause);
  const all = where.filter(({ connector }) => connector !== 'OR').map(toCondition);
  const any = where.filter(({ connector }) => connector === 'OR').map(toCondition);
  return and(...all, any.length > 0 ? or(...any) : undefined);
}

function compare(column: SQLiteColumn, { operator, value }: AuthWhere): SQL {
  switch (operator) {
    case 'eq':
      return eq(column, value);
    case 'ne':
      return ne(column, value);
    case 'lt':
      return lt(column, value);
    case 'lte':
      return lte(column, value);
    case 'gt':
      return gt(column, value);
    case 'gte':
      return gte(column, value);
    case 'in':
      return inArray(column, Array.isArray(value) ? value : [value]);
    case 'not_in':
      return notInArray(column, Array.isArray(value) ? value : [value]);
    case 'contains':
      return like(column, `%${String(value)}%`);
    case 'starts_with':
      return like(column, `${String(value)}%`);
    case 'ends_with':
      return like(column, `%${String(value)}`);
    default:
      throw new Error(`Better Auth asks with an unknown operator: ${operator}`);
  }
}

function columnOf(model: AuthModel, field: string): SQLiteColumn {
  const table: SQLiteTable = authTables[model];
  const columns = getTableColumns(table);
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (!column) throw new Error(`Better Auth asks for an unknown field: ${model}.${field}`);
  return column;
}
