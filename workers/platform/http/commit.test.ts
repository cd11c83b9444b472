import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  advanceCounter,
  createChange,
  insertCounter,
} from '../database/testing/change.fixtures.ts';
import { createTestTenant } from '../database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '../database/testing/tenant.fixtures.ts';
import { commitAnswer, commitOrThrow } from './commit.ts';
import { platformErrors } from './platform.errors.ts';
import { ProblemError } from './problem.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
  await tenant.writer.commit(createChange({ steps: [insertCounter('papers')] }));
});
afterAll(() => tenant.close());

async function refusalOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemError) return error;
  throw new Error('nothing was refused', { cause: error });
}

describe('a refused change', () => {
  test('a stale version is 412 and brings the newest version', async () => {
    const change = createChange({ steps: [advanceCounter('papers', 99)] });
    const work = commitOrThrow(tenant.writer, change, { currentVersion: async () => 4 });
    const error = await refusalOf(work);
    expect(error.status).toBe(412);
    expect(error.details).toMatchObject({
      extras: { currentVersion: 4 },
      headers: { etag: '"4"' },
    });
  });

  test('a constraint is the error the use case names for it, else a conflict', async () => {
    const twice = createChange({ steps: [insertCounter('papers')] });
    const constraints = { 'counters.key': platformErrors['platform.own_work'] };
    const named = await refusalOf(commitOrThrow(tenant.writer, twice, { constraints }));
    expect(named.code).toBe('platform.own_work');
    const plain = await refusalOf(commitOrThrow(tenant.writer, twice));
    expect(plain).toMatchObject({ code: 'platform.conflict', status: 409 });
  });

  test('a step may name a declared error itself', async () => {
    const step = { ...advanceCounter('papers', 99), otherwise: 'platform.recused' };
    const error = await refusalOf(commitOrThrow(tenant.writer, createChange({ steps: [step] })));
    expect(error.code).toBe('platform.recused');
  });
});

describe('a repeated request', () => {
  const requestKey = { key: 'request-0001', requestHash: 'a'.repeat(64) };

  test('gets the first answer again and changes nothing twice', async () => {
    const change = createChange({ steps: [advanceCounter('papers', 1)] });
    const first = await commitAnswer(tenant.writer, change, { answer: { next: 2 }, requestKey });
    const again = await commitAnswer(tenant.writer, change, { answer: { next: 3 }, requestKey });
    expect([first, again]).toEqual([{ next: 2 }, { next: 2 }]);
  });

  test('with another content under the same key is refused', async () => {
    const change = createChange({ steps: [advanceCounter('papers', 2)] });
    const other = { ...requestKey, requestHash: 'b'.repeat(64) };
    const work = commitAnswer(tenant.writer, change, { answer: {}, requestKey: other });
    expect((await refusalOf(work)).code).toBe('platform.idempotency_mismatch');
  });

  test('without a key every request is a new one', async () => {
    const change = createChange({ steps: [advanceCounter('papers', 2)] });
    const input = { answer: { next: 3 }, requestKey: undefined };
    expect(await commitAnswer(tenant.writer, change, input)).toEqual({ next: 3 });
    expect((await refusalOf(commitAnswer(tenant.writer, change, input))).status).toBe(412);
  });
});
