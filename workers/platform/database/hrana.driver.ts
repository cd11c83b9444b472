import { DatabaseUnavailableError } from './database.errors.ts';
import { createExchange } from './hrana-exchange.driver.ts';
import type { HranaOptions } from './hrana-exchange.driver.ts';
import { decodeValue, encodeStatement, replyAt, resultOf } from './hrana-wire.ts';
import type { WireAnswer, WireError, WireResult } from './hrana-wire.ts';
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

/** One libSQL namespace over plain HTTP, with the step conditions that `@libsql/client` hides. */
export function createSendBatch(options: HranaOptions): SendBatch {
  const exchange = createExchange(options);
  return async (steps) => {
    const batch = { steps: steps.map(encodeStep) };
    const requests = [{ type: 'batch' as const, batch }, { type: 'close' as const }];
    return decodeBatch(await exchange({ baton: null, requests }));
  };
}

function encodeStep({ sql, args = [], condition, wantRows = false }: HranaStep) {
  assertPermittedSql(sql);
  return { stmt: encodeStatement(sql, args, wantRows), condition };
}

function decodeBatch(answer: WireAnswer): HranaStepResult[] {
  const result = resultOf(replyAt(answer, 0), 'batch');
  if ('message' in result) {
    const { code = 'UNKNOWN', message } = result;
    if (/^(?:SQL|ARGS)_/.test(code)) throw new HranaBatchError(code, message);
    throw new DatabaseUnavailableError(`the database answered ${code}: ${message}`);
  }
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
