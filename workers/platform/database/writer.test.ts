import { expect, test } from 'vitest';
import type { CommitOutcome } from './change.ts';
import { DatabaseSuspendedError, DatabaseUnavailableError } from './database.errors.ts';
import { createChange } from './testing/change.fixtures.ts';
import { answer, createWriter } from './writer.ts';
import type { Answer, TenantWriterStub } from './writer.ts';

/** A Durable Object whose commits end as told; what crosses is copied, as it is between isolates. */
function createStub(commit: () => Promise<CommitOutcome>): TenantWriterStub {
  const notCalled = () => Promise.reject(new Error('not called'));
  return {
    commit: async () => structuredClone(await answer(commit)) as Answer<CommitOutcome>,
    leaseEvents: notCalled,
    settleEvents: notCalled,
  };
}

const commitTo = (commit: () => Promise<CommitOutcome>) =>
  createWriter({ stub: createStub(commit), namespace: 'dong' }).commit(createChange());

test('an outcome crosses from the Durable Object as it is', async () => {
  const outcome = { status: 'replayed', response: { number: 7 } } as const;
  expect(await commitTo(() => Promise.resolve(outcome))).toEqual(outcome);
});

test('an unavailable database is still one on the other side', async () => {
  const call = commitTo(() => Promise.reject(new DatabaseUnavailableError('away')));
  await expect(call).rejects.toThrow(DatabaseUnavailableError);
});

test('a suspended tenant is still one on the other side', async () => {
  const call = commitTo(() => Promise.reject(new DatabaseSuspendedError('暂停')));
  await expect(call).rejects.toThrow(DatabaseSuspendedError);
});

test('a mistake of ours does not look like an absent database', async () => {
  const call = commitTo(() => Promise.reject(new Error('no such table')));
  await expect(call).rejects.toThrow('no such table');
  await expect(call).rejects.not.toBeInstanceOf(DatabaseUnavailableError);
});

test('a Durable Object that went away is an unavailable database', async () => {
  const stub = {
    ...createStub(() => Promise.reject()),
    commit: () => Promise.reject(new Error('gone')),
  };
  const call = createWriter({ stub, namespace: 'dong' }).commit(createChange());
  await expect(call).rejects.toThrow(DatabaseUnavailableError);
});
