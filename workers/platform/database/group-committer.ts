import { createIds } from '../ids.ts';
import type { Change, CommitOutcome, Writer } from './change.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { DATABASE_DEADLINE_MS } from './deadline.ts';
import { planGroup } from './group-batch.ts';
import { readGroup } from './group-outcomes.ts';
import type { ChangeResult, GroupResult } from './group-outcomes.ts';
import { HranaBatchError } from './hrana.driver.ts';
import type { SendBatch } from './hrana.driver.ts';
import { assertChangeSql } from './refused-names.ts';
import type { Statement } from './statement.ts';

type Waiting = {
  change: Change;
  weight: number;
  since: number;
  settle(result: ChangeResult): void;
};

export type GroupCommitterInput = {
  send: SendBatch;
  nextEventId?: () => string;
  maxChanges?: number;
  deadlineMs?: number;
};

const MAX_CHANGES = 64;
const MAX_WEIGHT = 2_000_000;
const MAX_WAITING = 4_096;
const BUSY_ATTEMPTS = 5;
const BUSY_PAUSE_MS = 20;

/** Collects the changes that arrive while a commit is on its way and sends them as one group. */
export function createGroupCommitter(input: GroupCommitterInput): Writer {
  const ids = createIds();
  const nextEventId = input.nextEventId ?? (() => ids.random('evt'));
  const deadlineMs = input.deadlineMs ?? DATABASE_DEADLINE_MS;
  const waiting: Waiting[] = [];
  let isSending = false;

  async function pump(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) {
      const group = takeGroup(waiting, input.maxChanges ?? MAX_CHANGES, deadlineMs);
      if (group.length > 0) await commitGroup({ send: input.send, nextEventId, deadlineMs }, group);
    }
    isSending = false;
  }

  return {
    commit: (change) => {
      if (waiting.length >= MAX_WAITING) {
        return Promise.reject(new DatabaseUnavailableError('too many changes are waiting'));
      }
      return new Promise<CommitOutcome>((resolve, reject) => {
        // Looked at before it joins a group: what is refused here must not harm its neighbours.
        for (const { statement } of change.steps) assertChangeSql(statement.sql);
        const settle = (result: ChangeResult) =>
          result.status === 'failed' ? reject(result.error) : resolve(result);
        waiting.push({ change, weight: weightOf(change), since: Date.now(), settle });
        void pump();
      });
    },
  };
}

/** Takes the next group; what has waited past its deadline is answered and left out. */
function takeGroup(waiting: Waiting[], maxChanges: number, deadlineMs: number): Waiting[] {
  const group: Waiting[] = [];
  let weight = 0;
  while (waiting[0] && group.length < maxChanges) {
    weight += waiting[0].weight;
    if (group.length > 0 && weight > MAX_WEIGHT) break;
    const next = waiting.shift();
    if (next && Date.now() - next.since <= deadlineMs) group.push(next);
    else next?.settle(failed(new DatabaseUnavailableError('the writer did not come to it')));
  }
  return group;
}

type Sending = { send: SendBatch; nextEventId: () => string; deadlineMs: number };

/** Settles every change of the group, whatever happens. */
async function commitGroup(sending: Sending, group: readonly Waiting[]): Promise<void> {
  const startedAt = Date.now();
  try {
    for (let attempt = 1; attempt <= BUSY_ATTEMPTS; attempt += 1) {
      if (await tryGroup(sending, group)) return;
      if (Date.now() - startedAt > sending.deadlineMs) break;
      await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS * attempt));
    }
    throw new DatabaseUnavailableError('the database stayed busy');
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error('a commit failed', { cause });
    for (const { settle } of group) settle(failed(error));
  }
}

/** Whether the group is settled; not, when the engine was busy and nothing was written. */
async function tryGroup(sending: Sending, group: readonly Waiting[]): Promise<boolean> {
  const result = await sendGroup(sending, group);
  if (result.status === 'again') return false;
  if (result.status === 'settled') settleAll(group, result.results);
  else if (group.length === 1) settleAll(group, [result.own]);
  else await commitApart(sending, group);
  return true;
}

async function sendGroup(sending: Sending, group: readonly Waiting[]): Promise<GroupResult> {
  const changes = group.map(({ change }) => change);
  const plan = planGroup(changes, sending.nextEventId);
  try {
    return readGroup(changes, plan, await sending.send(plan.steps));
  } catch (error) {
    // sqld parses every statement before it runs the first: one bad text refuses the whole group.
    if (error instanceof HranaBatchError) return { status: 'apart', own: failed(error) };
    throw error;
  }
}

async function commitApart(sending: Sending, group: readonly Waiting[]): Promise<void> {
  for (const one of group) {
    if (Date.now() - one.since > 2 * sending.deadlineMs) {
      one.settle(failed(new DatabaseUnavailableError('the writer did not come to it')));
    } else {
      await commitGroup(sending, [one]);
    }
  }
}

function settleAll(group: readonly Waiting[], results: readonly ChangeResult[]): void {
  group.forEach(({ settle }, index) => {
    settle(results[index] ?? failed(new Error('a change has no result')));
  });
}

function failed(error: Error): ChangeResult {
  return { status: 'failed', error };
}

function weightOf({ steps, audit, events = [], idempotency }: Change): number {
  const facts = JSON.stringify([audit, events, idempotency?.response ?? null]).length;
  return steps.reduce((sum, { statement }) => sum + weightOfStatement(statement), facts);
}

function weightOfStatement({ sql, args }: Statement): number {
  return args.reduce<number>((sum, value) => {
    const isLong = typeof value === 'string' || value instanceof Uint8Array;
    return sum + (isLong ? value.length : 8);
  }, sql.length);
}
