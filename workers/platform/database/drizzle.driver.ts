import type { Client, Row } from '@libsql/client/web';
import { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { LibSQLSession } from 'drizzle-orm/libsql/session';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { valuesOf } from './read-row.driver.ts';
import { createLineMapper } from './row-mapping.driver.ts';
import type { Joined, Selected } from './row-mapping.driver.ts';

const dialect = new SQLiteAsyncDialect();

/** Drizzle over a client of ours; its own entry would bring along a client that is not used. */
export function openDrizzle(client: Client): LibSQLDatabase {
  const session = new LibSQLSession<Record<string, never>, Record<string, never>>(
    client,
    dialect,
    undefined,
    {},
    undefined,
  );
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, ...rest) =>
    mapOnce(prepare(query, fields, ...rest), fields);
  return new LibSQLDatabase('async', dialect, session, undefined);
}

type Prepared = ReturnType<
  LibSQLSession<Record<string, never>, Record<string, never>>['prepareQuery']
>;

/** Reads lines by a mapper of ours where it is known what was selected. */
function mapOnce<Query extends Prepared>(prepared: Query, fields: Selected[] | undefined): Query {
  if (fields === undefined) return prepared;
  const toLine = createLineMapper(fields);
  // Drizzle sets it after preparing, and does not name it in its types.
  const joined = () => (prepared as unknown as { joinsNotNullableMap: Joined }).joinsNotNullableMap;
  const rowsOf = (found: unknown, isFromBatch = false) =>
    (isFromBatch ? (found as { rows: Row[] }).rows : (found as Row[])).map(valuesOf);
  prepared.mapAllResult = (found, isFromBatch) =>
    rowsOf(found, isFromBatch).map((values) => toLine(values, joined()));
  prepared.mapGetResult = (found, isFromBatch) => {
    const [values] = rowsOf(found, isFromBatch);
    return values && toLine(values, joined());
  };
  return prepared;
}

/** Drizzle for building alone: a query that is run on it finds nothing to run on. */
export function createBuilder(): LibSQLDatabase {
  return openDrizzle({} as Client);
}
