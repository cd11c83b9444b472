import { createOutboxStore } from '../outbox/outbox-store.ts';
import type { LeasedEvent, OutboxWriter, SettledEvent } from '../outbox/outbox-writer.ts';
import type { Change, CommitOutcome } from './change.ts';
import { DatabaseSuspendedError, DatabaseUnavailableError } from './database.errors.ts';
import { createGroupCommitter } from './group-committer.ts';
import type { GroupCommitterInput } from './group-committer.ts';

/** What a Durable Object answers: errors lose their class on the way, so they travel as data. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: 'unavailable' | 'suspended' | 'failed'; message: string };

/** The calls of the Durable Object that writes one namespace. */
export interface TenantWriterStub {
  commit(namespace: string, change: Change): Promise<Answer<CommitOutcome>>;
  leaseEvents(namespace: string, now: number): Promise<Answer<LeasedEvent[]>>;
  settleEvents(namespace: string, settled: readonly SettledEvent[]): Promise<Answer<null>>;
}

const COMMIT_DEADLINE_MS = 15_000;

/** The writer of a namespace, by its Durable Object. */
export function createWriter(input: { stub: TenantWriterStub; namespace: string }): OutboxWriter {
  const { stub, namespace } = input;
  return {
    commit: (change) => unwrap(stub.commit(namespace, change)),
    leaseEvents: (now) => unwrap(stub.leaseEvents(namespace, now)),
    settleEvents: async (settled) => void (await unwrap(stub.settleEvents(namespace, settled))),
  };
}

/** The same writer in this process, for commands and tests. */
export function createLocalWriter(input: GroupCommitterInput): OutboxWriter {
  return { ...createGroupCommitter(input), ...createOutboxStore(input.send) };
}

/** Turns a result into the answer that crosses to another process. */
export async function answer<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof DatabaseUnavailableError)
      return { ok: false, reason: 'unavailable', message };
    if (error instanceof DatabaseSuspendedError) return { ok: false, reason: 'suspended', message };
    return { ok: false, reason: 'failed', message };
  }
}

async function unwrap<Value>(call: Promise<Answer<Value>>): Promise<Value> {
  const result = await withinDeadline(call);
  if (result.ok) return result.value;
  if (result.reason === 'unavailable') throw new DatabaseUnavailableError(result.message);
  if (result.reason === 'suspended') throw new DatabaseSuspendedError(result.message);
  throw new Error(result.message);
}

async function withinDeadline<Value>(call: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new DatabaseUnavailableError('the writer did not answer');
    timer = setTimeout(() => reject(error), COMMIT_DEADLINE_MS);
  });
  try {
    return await Promise.race([call, late]);
  } catch (cause) {
    if (cause instanceof DatabaseUnavailableError) throw cause;
    throw new DatabaseUnavailableError('the writer is away', { cause });
  } finally {
    clearTimeout(timer);
  }
}
