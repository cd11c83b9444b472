import { createClient } from '@libsql/client/web';
import type { Client, InStatement } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { TokenProvider } from '../crypto/token-mint.ts';
import { DatabaseSuspendedError, DatabaseUnavailableError } from './database.errors.ts';
import { DATABASE_DEADLINE_MS } from './deadline.ts';
import type { Fetch } from './deadline.ts';
import { namespaceHeader } from './namespace.ts';
import { assertPermittedSql } from './refused-names.ts';

/** A database open for reading: builders run on it, writes go to the writer. */
export type Database = LibSQLDatabase;
export type TenantDatabase = Database;
export type ControlDatabase = Database;

export type OpenDatabaseInput = {
  url: string;
  namespace: string;
  token: TokenProvider;
  fetch?: Fetch;
  deadlineMs?: number;
};

const BUSY_ATTEMPTS = 4;
const BUSY_PAUSE_MS = 25;

/** Opens one namespace for one request; the handle must not outlive the request. */
export function openDatabase(input: OpenDatabaseInput): Database {
  const client = createClient({
    url: input.url,
    // The client queues above 20 calls on a promise of another request, which workerd cancels.
    concurrency: 1e9,
    fetch: createNamespaceFetch(input),
  });
  return drizzle({ client: guardClient(client) });
}

function createNamespaceFetch(input: OpenDatabaseInput): (request: Request) => Promise<Response> {
  const fetch = input.fetch ?? globalThis.fetch.bind(globalThis);
  const namespace = namespaceHeader(input.namespace);
  return async (request) => {
    request.headers.set('authorization', `Bearer ${await input.token()}`);
    request.headers.set('x-namespace-bin', namespace);
    const signal = AbortSignal.timeout(input.deadlineMs ?? DATABASE_DEADLINE_MS);
    return fetch(request, { signal });
  };
}

/** Only single statements and batches pass, each looked at, retried when busy, errors ours. */
function guardClient(client: Client): Client {
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
      return retryBusy(() => client.batch(statements, 'deferred'));
    },
    migrate: refuse,
    transaction: refuse,
    executeMultiple: refuse,
    sync: refuse,
    reconnect: refuse,
    close: () => client.close(),
    closed: client.closed,
    protocol: client.protocol,
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
