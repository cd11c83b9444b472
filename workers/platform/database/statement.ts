import { SQL, is } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { createBuilder } from './drizzle.driver.ts';
import { assertPermittedSql } from './refused-names.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

declare const madeHere: unique symbol;

/** SQL text with its bound values, made only from Drizzle builders by `toStatement`. */
export type Statement = {
  readonly sql: string;
  readonly args: readonly SqlValue[];
  readonly [madeHere]: true;
};

type DrizzleQuery = { toSQL(): { sql: string; params: unknown[] } };

/** A Drizzle builder without a connection, for statements that a writer will send. */
export const build = createBuilder();

const dialect = new SQLiteAsyncDialect();

/** Turns a Drizzle query, or a `sql` template whose values are bound, into a statement. */
export function toStatement(query: DrizzleQuery | SQL): Statement {
  const { sql, params } = is(query, SQL) ? dialect.sqlToQuery(query) : query.toSQL();
  assertPermittedSql(sql);
  return brand({ sql, args: params.map(toSqlValue) });
}

/** Every `Statement` passes here, after `assertPermittedSql`. */
function brand(text: { sql: string; args: SqlValue[] }): Statement {
  return text as unknown as Statement;
}

/** A value as the engine takes it; throws where it could only be guessed. */
export function toSqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return value;
  throw new Error(`a statement cannot carry a value of type ${typeof value}`);
}
