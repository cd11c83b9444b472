import type { Client } from '@libsql/client/web';
import { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { LibSQLSession } from 'drizzle-orm/libsql/session';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

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
  return new LibSQLDatabase('async', dialect, session, undefined);
}

/** Drizzle for building alone: a query that is run on it finds nothing to run on. */
export function createBuilder(): LibSQLDatabase {
  return openDrizzle({} as Client);
}
