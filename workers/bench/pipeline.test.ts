import { describe, expect, test } from 'vitest';
import { planGroup } from '#workers/platform/database/group-batch.ts';
import { createSendBatch } from '#workers/platform/database/hrana.driver.ts';
import {
  advanceCounter,
  createChange,
  insertCounter,
} from '#workers/platform/database/testing/change.fixtures.ts';
import { copyFor } from './filing.ts';
import { mergePipelines, readPipeline, toPlainTransaction } from './pipeline.ts';
import type { Pipeline, WireStep } from './pipeline.ts';
import { pageRows } from './weights.ts';

const pipelineOf = (...sqls: string[]): string =>
  JSON.stringify({
    baton: null,
    requests: [...sqls.map((sql) => ({ type: 'execute', stmt: { sql } })), { type: 'close' }],
  });
const stepsOf = (pipeline: Pipeline): WireStep[] => {
  const [batch] = pipeline.requests as { batch?: { steps: WireStep[] } }[];
  return batch?.batch?.steps ?? [];
};

/** What the writer would send, without sending it. */
async function recordGroup(): Promise<string> {
  let body = '';
  const send = createSendBatch({
    url: 'http://127.0.0.1:9',
    namespace: 'dong',
    token: async () => 'token',
    fetch: async (_, init) => {
      body = typeof init?.body === 'string' ? init.body : '';
      throw new Error('not sent');
    },
  });
  const change = createChange({
    steps: [insertCounter('a'), advanceCounter('a', 1)],
    idempotency: { key: 'key-12345', actorId: 'per_1', requestHash: 'h', response: null },
  });
  await send(planGroup([change], () => 'evt_1').steps).catch(() => undefined);
  return body;
}

describe('the raw side of a comparison', () => {
  test('asks in one round trip what the program asks in several', () => {
    const merged = mergePipelines([pipelineOf('select 1'), pipelineOf('select 2', 'select 3')]);
    expect(merged.requests.map(({ type }) => type)).toEqual([
      'execute',
      'execute',
      'execute',
      'close',
    ]);
    expect(() => mergePipelines([])).toThrow('nothing was recorded');
  });

  test('writes the rows of a change as one transaction, without savepoints', async () => {
    const recorded = readPipeline(await recordGroup());
    const plain = stepsOf(toPlainTransaction(recorded));
    const verbs = plain.map(({ stmt }) => stmt.sql.trim().split(/\s+/).slice(0, 3).join(' '));
    expect(verbs.at(0)).toBe('begin immediate');
    expect(verbs.slice(-2)).toEqual(['commit', 'rollback']);
    expect(verbs.join()).not.toMatch(/savepoint|release/);
    expect(verbs).toContain('insert into audit_entries');
    expect(verbs).toContain('insert into idempotency_keys');
    const rows = stepsOf(recorded).filter(({ stmt }) => /^(?:insert|update)/.test(stmt.sql));
    expect(plain).toHaveLength(rows.length + 3);
    expect(plain[3]?.condition).toEqual({ type: 'ok', step: 2 });
  });

  test('gives every copy of a filing its own names and the version it was opened with', () => {
    const update = {
      sql: 'update "submissions" set "state" = ? where "id" = ? and "version" = ?',
      args: [
        { type: 'text', value: 'filed' },
        { type: 'text', value: 'sub_model' },
        { type: 'integer', value: '3' },
      ],
    };
    const event = { sql: 'insert', args: [{ type: 'text', value: 'evt_model 20261122-AAAAAAAA' }] };
    const steps = [{ stmt: update }, { stmt: event }];
    const pipeline: Pipeline = { baton: null, requests: [{ type: 'batch', batch: { steps } }] };
    const model = { pipeline, id: 'sub_model', receipt: '20261122-AAAAAAAA', event: 'evt_model' };
    const [first, second] = [copyFor(model, 'sub_1', 1), copyFor(model, 'sub_2', 2)];
    expect(stepsOf(first)[0]?.stmt.args?.map(({ value }) => value)).toEqual([
      'filed',
      'sub_1',
      '1',
    ]);
    const named = [first, second].map((copy) => stepsOf(copy)[1]?.stmt.args?.[0]?.value);
    expect(new Set(named).size).toBe(2);
    expect(JSON.stringify(first)).not.toContain('sub_model');
  });
});

test('of all pages the heaviest is held against the limit, by its name', () => {
  const weight = (gzip: number) => ({ files: 1, raw: gzip * 3, gzip, brotli: gzip });
  const rows = pageRows({
    portal: { firstLoad: weight(90_000), pages: { tasks: weight(12_000) } },
    console: { firstLoad: weight(200_000), pages: { draft: weight(41_000) } },
  });
  expect(rows.map(({ ours, met }) => [ours, met])).toEqual([
    [90, true],
    [41, false],
  ]);
  expect(rows[1]?.details['page']).toBe('console/draft');
});
