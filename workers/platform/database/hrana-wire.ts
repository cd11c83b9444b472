import { DatabaseUnavailableError } from './database.errors.ts';
import type { SqlValue } from './statement.ts';

/** Hrana 3 as JSON, as far as we speak it. */
export type WireValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };

export type WireStatement = { sql: string; args: WireValue[]; want_rows: boolean };
export type WireRequest =
  | { type: 'execute'; stmt: WireStatement }
  | { type: 'batch'; batch: { steps: { stmt: WireStatement; condition?: unknown }[] } }
  | { type: 'close' };

export type WireError = { message: string; code?: string };
export type WireResult = {
  cols: { name: string | null }[];
  rows: WireValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
};
export type WireBatchResult = {
  step_results: (WireResult | null)[];
  step_errors: (WireError | null)[];
};
export type WireReply =
  | { type: 'error'; error: WireError }
  | { type: 'ok'; response: { type: string; result?: unknown } };
export type WireAnswer = {
  baton?: string | null;
  base_url?: string | null;
  results: WireReply[];
};

/** What the server says to one request of a pipeline. */
export function replyAt({ results }: WireAnswer, index: number): WireReply {
  const reply = results[index];
  if (reply === undefined) throw new DatabaseUnavailableError('the database answered too little');
  return reply;
}

/** A request's own error, or the result that was asked for. */
export function resultOf(reply: WireReply, asked: 'execute'): WireError | WireResult;
export function resultOf(reply: WireReply, asked: 'batch'): WireError | WireBatchResult;
export function resultOf(reply: WireReply, asked: string): unknown {
  if (reply.type === 'error') return reply.error;
  if (reply.response.type !== asked || reply.response.result === undefined) {
    throw new DatabaseUnavailableError('the database answered something else');
  }
  return reply.response.result;
}

export function encodeStatement(
  sql: string,
  args: readonly SqlValue[],
  wantRows: boolean,
): WireStatement {
  return { sql, args: args.map(encodeValue), want_rows: wantRows };
}

function encodeValue(value: SqlValue): WireValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (value instanceof Uint8Array) return { type: 'blob', base64: toBase64(value) };
  if (Number.isSafeInteger(value)) return { type: 'integer', value: value.toString() };
  return { type: 'float', value };
}

export function decodeValue(value: WireValue): SqlValue {
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
