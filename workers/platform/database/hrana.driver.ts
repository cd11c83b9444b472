import type { TokenProvider } from '../crypto/token-mint.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { DATABASE_DEADLINE_MS } from './deadline.ts';
import type { Fetch } from './deadline.ts';
import { namespaceHeader } from './namespace.ts';
import { assertPermittedSql } from './refused-names.ts';
import type { SqlValue } from './statement.ts';

export type HranaCondition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'is_autocommit' }
  | { type: 'not'; cond: HranaCondition }
  | { type: 'and' | 'or'; conds: HranaCondition[] };

export type HranaStep = {
  sql: string;
  args?: readonly SqlValue[];
  condition?: HranaCondition;
  wantRows?: boolean;
};

export type HranaStepResult =
  | { status: 'ok'; rows: SqlValue[][]; affectedRows: number; lastInsertRowid: number | undefined }
  | { status: 'error'; code: string; message: string }
  | { status: 'skipped' };

/** The server did not accept the texts of the batch: nothing of it ran. */
export class HranaBatchError extends Error {
  override readonly name = 'HranaBatchError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Sends steps as one batch in one round trip; throws when the server did not answer it. */
export type SendBatch = (steps: readonly HranaStep[]) => Promise<HranaStepResult[]>;

export type HranaOptions = {
  url: string;
  namespace: string;
  token: TokenProvider;
  fetch?: Fetch;
  deadlineMs?: number;
};

/** One libSQL namespace over plain HTTP, with the step conditions that `@libsql/client` hides. */
export function createSendBatch(options: HranaOptions): SendBatch {
  const endpoint = new URL('/v3/pipeline', options.url).toString();
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  return async (steps) => {
    const request = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await options.token()}`,
        'x-namespace-bin': namespaceHeader(options.namespace),
      },
      body: JSON.stringify(encodePipeline(steps)),
    };
    return decodePipeline(await exchange(fetch, endpoint, request, options.deadlineMs));
  };
}

async function exchange(
  fetch: Fetch,
  endpoint: string,
  request: RequestInit,
  deadlineMs = DATABASE_DEADLINE_MS,
): Promise<PipelineAnswer> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const response = await fetch(endpoint, { ...request, signal });
    if (response.ok) return (await response.json()) as PipelineAnswer;
    const detail = (await response.text()).slice(0, 200);
    throw new DatabaseUnavailableError(`the database answered ${response.status}: ${detail}`);
  } catch (cause) {
    if (cause instanceof DatabaseUnavailableError) throw cause;
    throw new DatabaseUnavailableError('the database did not answer', { cause });
  }
}

type WireValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };
type WireError = { message: string; code?: string };
type WireResult = {
  rows: WireValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
};
type PipelineAnswer = {
  results: (
    | { type: 'error'; error: WireError }
    | {
        type: 'ok';
        response: {
          type: string;
          result?: { step_results: (WireResult | null)[]; step_errors: (WireError | null)[] };
        };
      }
  )[];
};

function encodePipeline(steps: readonly HranaStep[]): unknown {
  const wireSteps = steps.map(({ sql, args = [], condition, wantRows = false }) => {
    assertPermittedSql(sql);
    return { stmt: { sql, args: args.map(encodeValue), want_rows: wantRows }, condition };
  });
  return {
    baton: null,
    requests: [{ type: 'batch', batch: { steps: wireSteps } }, { type: 'close' }],
  };
}

function decodePipeline(answer: PipelineAnswer): HranaStepResult[] {
  const [batch] = answer.results;
  if (batch?.type === 'error') {
    const { code = 'UNKNOWN', message } = batch.error;
    if (/^(?:SQL|ARGS)_/.test(code)) throw new HranaBatchError(code, message);
    throw new DatabaseUnavailableError(`the database answered ${code}: ${message}`);
  }
  const result = batch?.response.result;
  if (!result) throw new DatabaseUnavailableError('the database answered something else');
  return result.step_results.map((step, index) => decodeStep(step, result.step_errors[index]));
}

function decodeStep(step: WireResult | null, error: WireError | null | undefined): HranaStepResult {
  if (error) return { status: 'error', code: error.code ?? 'UNKNOWN', message: error.message };
  if (!step) return { status: 'skipped' };
  return {
    status: 'ok',
    rows: step.rows.map((row) => row.map(decodeValue)),
    affectedRows: step.affected_row_count,
    lastInsertRowid: step.last_insert_rowid === null ? undefined : Number(step.last_insert_rowid),
  };
}

function encodeValue(value: SqlValue): WireValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (value instanceof Uint8Array) return { type: 'blob', base64: toBase64(value) };
  if (Number.isSafeInteger(value)) return { type: 'integer', value: value.toString() };
  return { type: 'float', value };
}

function decodeValue(value: WireValue): SqlValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer': {
      const integer = Number(value.value);
      return Number.isSafeInteger(integer) ? integer : BigInt(value.value);
    }
    case 'blob':
      return Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0));
    case 'float':
    case 'text':
      return value.value;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/=+$/, '');
}
