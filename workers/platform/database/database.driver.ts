import type { Client, InStatement } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { DatabaseSuspendedError, DatabaseUnavailableError } from './database.errors.ts';
import { openDrizzle } from './drizzle.driver.ts';
import type { HranaOptions } from './hrana-exchange.driver.ts';
import { createReadClient } from './read-client.driver.ts';
import type { ReadClient } from './read-client.driver.ts';
import { assertPermittedSql } from './refused-names.ts';
import type { StreamPool } from './stream-pool.ts';

/** A database open for reading: builders run on it, writes go to the writer. */
export type Database = LibSQLDatabase;
export type TenantDatabase = Database;
export type ControlDatabase = Database;

/** With `streams`, reads go on where earlier ones of the same namespace have left off. */
export type OpenDatabaseInput = HranaOptions & { streams?: StreamPool | undefined };

const BUSY_ATTEMPTS = 4;
const BUSY_PAUSE_MS = 25;

/** Opens one namespace for one request; the handle must not outlive the request. */
export function openDatabase(input: OpenDatabaseInput): Database {
  const database = openDrizzle(guardClient(createReadClient(input)));
  namespaces.set(database, input.namespace);
  return database;
}

const namespaces = new WeakMap<Database, string>();

/** Which database a handle reads: part of the key under which a caller keeps what never changes. */
export function namespaceOf(database: Database): string {
  const namespace = namespaces.get(database);
  if (namespace === undefined) throw new Error('no handle of ours');
  return namespace;
}

/** Only single statements and batches pass, each looked at, retried when busy, errors ours. */
function guardClient(client: ReadClient): Client {
  const refuse = async () => {
    throw new Error('a read handle has no transactions: hand one change to the writer');
  };
  return {
    execute: async (statement: InStatement) => {
      assertPermittedStatement(statement);
      return retryBusy(() => client.execute(statement));
    },
    batch: async (statements: InStatement[]) => {
      statements.forEach(assertPermittedStatement);
      return retryBusy(() => client.batch(statements));
    },
    migrate: refuse,
    transaction: refuse,
    executeMultiple: refuse,
    sync: refuse,
    reconnect: refuse,
    close: () => undefined,
    closed: false,
    protocol: 'http',
  };
}

function assertPermittedStatement(statement: InStatement): void {
  assertPermittedSql(typeof statement === 'string' ? statement : statement.sql);
}

async function retryBusy<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY') throw toDatabaseError(error);
      if (attempt === BUSY_ATTEMPTS) throw new DatabaseUnavailableError('busy', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS * attempt));
    }
  }
}

/** A statement's own error carries a code of SQLite; everything else means no answer came. */
function toDatabaseError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'BLOCKED') {
    return new DatabaseSuspendedError('the namespace is suspended', { cause: error });
  }
  if (code.startsWith('SQL')) return error;
  return new DatabaseUnavailableError('the database did not answer', { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
