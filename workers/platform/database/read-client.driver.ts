import type { InStatement, ResultSet, Value } from '@libsql/client/web';
import { createExchange, PipelineRefusedError } from './hrana-exchange.driver.ts';
import type { Exchange, HranaOptions } from './hrana-exchange.driver.ts';
import { decodeValue, encodeStatement, replyAt, resultOf } from './hrana-wire.ts';
import type {
  WireAnswer,
  WireBatchResult,
  WireError,
  WireReply,
  WireRequest,
  WireResult,
  WireStatement,
} from './hrana-wire.ts';
import { toRow } from './read-row.driver.ts';
import { toSqlValue } from './statement.ts';
import type { SqlValue } from './statement.ts';
import type { StreamPool } from './stream-pool.ts';

/** A statement's own error, with the engine's code. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  readonly code: string;
  constructor({ code = 'UNKNOWN', message }: WireError) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

export type ReadClient = {
  execute(statement: InStatement): Promise<ResultSet>;
  /** All of one state of the database. */
  batch(statements: readonly InStatement[]): Promise<ResultSet[]>;
};

/** Drizzle reaches its client some turns after a query is begun: what begins together meets here. */
const GATHER_TURNS = 8;
const MOST_TOGETHER = 16;

type Asked = {
  request: WireRequest;
  settle(answer: Promise<WireReply>): void;
};

/**
 * Drizzle's client over plain HTTP, for reading: queries begun together travel in one round trip.
 * It has no queue and no promise of another request: a client that made requests wait for one
 * another would never answer again once workerd cancels one.
 */
export function createReadClient(
  options: HranaOptions & { streams?: StreamPool | undefined },
): ReadClient {
  const exchange = createExchange(options);
  let gathering: Asked[] = [];

  const send = async () => {
    for (let turn = 0; turn < GATHER_TURNS; turn += 1) await Promise.resolve();
    const asked = gathering;
    gathering = [];
    for (let from = 0; from < asked.length; from += MOST_TOGETHER) {
      const together = asked.slice(from, from + MOST_TOGETHER);
      const requests = together.map(({ request }) => request);
      const answer = askOnStream(exchange, options.streams, requests);
      together.forEach(({ settle }, index) => settle(answer.then((all) => replyAt(all, index))));
    }
  };
  const ask = (request: WireRequest) =>
    new Promise<WireReply>((settle) => {
      if (gathering.push({ request, settle }) === 1) void send();
    });

  return {
    execute: async (statement) => {
      const reply = await ask({ type: 'execute', stmt: encode(statement) });
      return toResultSet(valueOf(resultOf(reply, 'execute')));
    },
    batch: async (statements) => {
      const reply = await ask(snapshotOf(statements.map(encode)));
      const { step_results: results, step_errors: errors } = valueOf(resultOf(reply, 'batch'));
      const error = errors.find((candidate) => candidate !== null);
      if (error) throw new StatementError(error);
      return results.slice(1, 1 + statements.length).map((result) => {
        if (result === null) throw new StatementError({ message: 'a statement was not run' });
        return toResultSet(result);
      });
    },
  };
}

/** Reads may be asked twice: a stream that the server no longer knows is no reason to fail. */
async function askOnStream(
  exchange: Exchange,
  streams: StreamPool | undefined,
  requests: readonly WireRequest[],
): Promise<WireAnswer> {
  const lease = streams?.lease();
  const alone = { baton: null, requests: [...requests, { type: 'close' as const }] };
  if (lease === undefined) return exchange(alone);
  let kept: string | null = null;
  try {
    const answer = await exchange({ baton: lease.baton, requests });
    // A server that wants the stream continued elsewhere gets no more of it.
    const isGood = !answer.base_url && answer.results.every(hasSucceeded);
    if (isGood) kept = answer.baton ?? null;
    else if (answer.baton) await giveUp(exchange, answer.baton);
    return answer;
  } catch (error) {
    if (lease.baton === null || !(error instanceof PipelineRefusedError)) throw error;
    return await exchange(alone);
  } finally {
    lease.end(kept);
  }
}

/** A stream that is merely left would keep its connection until the server forgets it. */
async function giveUp(exchange: Exchange, baton: string): Promise<void> {
  await exchange({ baton, requests: [{ type: 'close' }] }).catch(() => undefined);
}

function hasSucceeded(reply: WireReply): boolean {
  if (reply.type === 'error') return false;
  const { step_errors: errors = [] } = (reply.response.result ?? {}) as Partial<WireBatchResult>;
  return errors.every((error) => error === null);
}

function snapshotOf(statements: readonly WireStatement[]): WireRequest {
  const bare = (sql: string) => encodeStatement(sql, [], false);
  const ok = (step: number) => ({ type: 'ok', step });
  const steps = [
    { stmt: bare('begin') },
    ...statements.map((stmt, index) => ({ stmt, condition: ok(index) })),
  ];
  const commit = steps.push({ stmt: bare('commit'), condition: ok(steps.length - 1) }) - 1;
  const failed = { type: 'not', cond: ok(commit) };
  return {
    type: 'batch',
    batch: { steps: [...steps, { stmt: bare('rollback'), condition: failed }] },
  };
}

function encode(statement: InStatement): WireStatement {
  if (typeof statement === 'string') return encodeStatement(statement, [], true);
  const { sql, args = [] } = statement;
  if (!Array.isArray(args)) throw new Error('values are bound by position');
  return encodeStatement(sql, args.map(toSqlValue), true);
}

function valueOf<Result extends object>(result: Result | WireError): Result {
  if ('message' in result) throw new StatementError(result);
  return result;
}

function toResultSet(result: WireResult): ResultSet {
  const columns = result.cols.map(({ name }) => name ?? '');
  const rows = result.rows.map((values) =>
    toRow(
      columns,
      values.map((value) => toValue(decodeValue(value))),
    ),
  );
  const lastInsertRowid =
    result.last_insert_rowid === null ? undefined : BigInt(result.last_insert_rowid);
  return {
    columns,
    columnTypes: [],
    rows,
    rowsAffected: result.affected_row_count,
    lastInsertRowid,
    toJSON: () => ({ columns, rows }),
  };
}

/** Drizzle expects bytes as a buffer. */
function toValue(value: SqlValue): Value {
  return value instanceof Uint8Array ? new Uint8Array(value).buffer : value;
}
