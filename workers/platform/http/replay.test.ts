import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChange } from '../database/testing/change.fixtures.ts';
import { createTestTenant } from '../database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '../database/testing/tenant.fixtures.ts';
import { commitAnswer } from './commit.ts';
import { findReplay } from './replay.ts';

const requestKey = { key: 'filing-0001', requestHash: 'a'.repeat(64) };
const receipt = { number: '20260701-ABCD1234', files: ['报告.pdf'] };

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
  const { audit } = createChange();
  const change = {
    steps: [],
    audit: { ...audit, actor: { kind: 'person' as const, id: 'per_1' } },
  };
  await commitAnswer(tenant.writer, change, { answer: receipt, requestKey });
});
afterAll(() => tenant.close());

const find = (personId: string, key: typeof requestKey | undefined) =>
  findReplay({ db: tenant.db, actor: { personId } }, key);

describe('a request that comes again', () => {
  test('finds the answer it got, letter by letter', async () => {
    expect(await find('per_1', requestKey)).toEqual(receipt);
  });

  test('under a new number, or under none, finds nothing', async () => {
    expect(await find('per_1', { ...requestKey, key: 'filing-0002' })).toBeUndefined();
    expect(await find('per_1', undefined)).toBeUndefined();
  });

  test('of somebody else finds nothing, though the number and the content are the same', async () => {
    expect(await find('per_2', requestKey)).toBeUndefined();
  });

  test('with another content under the same number is refused', async () => {
    const other = { ...requestKey, requestHash: 'b'.repeat(64) };
    await expect(find('per_1', other)).rejects.toMatchObject({
      code: 'platform.idempotency_mismatch',
      status: 422,
    });
  });
});
