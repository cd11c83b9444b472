import { getTableName, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { toStatement } from './statement.ts';
import type { Statement } from './statement.ts';

const KEY = /^[a-z][a-z0-9-]{0,39}$/;
const INDEX_NAME = /^ix_[a-z0-9_]{1,60}$/;

/**
 * The value of one key of a JSON column; what is missing is '', since `null` has no place in the
 * order of pages. The engine uses an expression index only where query and index carry the same
 * literal path, so both get it here, and here alone.
 */
export function jsonField(column: SQLiteColumn, key: string): SQL {
  return sql`ifnull(${sql.identifier(column.name)} ->> ${jsonPath(key)}, '')`;
}

/**
 * The partial index that lists of one owner (a register, a form) use. The owner stands first in it
 * too: without that a list that is only sorted would rather search for the owner and sort.
 */
export function jsonFieldIndex(input: {
  name: string;
  column: SQLiteColumn;
  keys: readonly string[];
  following: readonly SQLiteColumn[];
  owner: { column: SQLiteColumn; id: string };
}): Statement {
  if (!INDEX_NAME.test(input.name)) throw new Error(`not a name of an index: ${input.name}`);
  const { column, id } = input.owner;
  const fields = [
    sql.identifier(column.name),
    ...input.keys.map((key) => jsonField(input.column, key)),
    ...input.following.map(({ name }) => sql.identifier(name)),
  ];
  return toStatement(sql`create index if not exists ${sql.identifier(input.name)}
    on ${sql.identifier(getTableName(input.column.table))} (${sql.join(fields, sql`, `)})
    where ${sql.identifier(column.name)} = ${textLiteral(id)}`);
}

/** Takes such an index away. */
export function dropJsonFieldIndex(name: string): Statement {
  if (!INDEX_NAME.test(name)) throw new Error(`not a name of an index: ${name}`);
  return toStatement(sql`drop index if exists ${sql.identifier(name)}`);
}

function jsonPath(key: string): SQL {
  if (!KEY.test(key)) throw new Error(`not a key of a field: ${key}`);
  return sql.raw(`'$."${key}"'`);
}

function textLiteral(id: string): SQL {
  if (!/^[a-z][a-z0-9_-]{0,63}$/.test(id)) throw new Error(`not an id of an owner: ${id}`);
  return sql.raw(`'${id}'`);
}
