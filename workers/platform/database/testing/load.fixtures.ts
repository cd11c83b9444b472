import type { Change, CommitOutcome } from '../change.ts';
import { DatabaseUnavailableError } from '../database.errors.ts';
import { advanceCounter, createChange, insertCounter } from './change.fixtures.ts';

export type LoadReport = {
  /** Writes that were acknowledged, by their number. */
  acknowledged: number[];
  /** Writes that were built to be refused, and were. */
  refused: number;
  /** Answers that were lost and asked for again under the same key. */
  repeats: number;
  /** The longest time one call took to settle, well or badly. */
  slowestMs: number;
  errors: string[];
};

type Commit = (change: Change) => Promise<CommitOutcome>;

const PAUSE_MS = 40;
const GIVE_UP_AFTER = 400;

/** Writes `total` changes by many clients, every fifth refused, repeating what was not answered. */
export async function writeUnderLoad(input: {
  commit: Commit;
  total: number;
  clients: number;
}): Promise<LoadReport> {
  const report: LoadReport = {
    acknowledged: [],
    refused: 0,
    repeats: 0,
    slowestMs: 0,
    errors: [],
  };
  let next = 0;
  const client = async () => {
    while (next < input.total) await writeOne(input.commit, next++, report);
  };
  await Promise.all(Array.from({ length: input.clients }, client));
  return report;
}

async function writeOne(commit: Commit, number: number, report: LoadReport): Promise<void> {
  const change = changeOf(number);
  for (let attempt = 0; attempt < GIVE_UP_AFTER; attempt += 1) {
    const startedAt = performance.now();
    const outcome = await commit(change).catch((error: unknown) => error);
    report.slowestMs = Math.max(report.slowestMs, performance.now() - startedAt);
    if (outcome instanceof DatabaseUnavailableError) {
      report.repeats += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      continue;
    }
    return record(outcome, number, report);
  }
  report.errors.push(`write ${number} was never answered`);
}

function record(outcome: unknown, number: number, report: LoadReport): void {
  const status = isOutcome(outcome) ? outcome.status : String(outcome);
  if (status === 'committed' || status === 'replayed') report.acknowledged.push(number);
  else if (status === 'refused' && number % 5 === 0) report.refused += 1;
  else report.errors.push(`write ${number}: ${JSON.stringify(outcome)}`);
}

function isOutcome(value: unknown): value is CommitOutcome {
  return typeof value === 'object' && value !== null && 'status' in value;
}

function changeOf(number: number): Change {
  const refusal = number % 5 === 0 ? [advanceCounter('absent', 1)] : [];
  return createChange({
    steps: [insertCounter(`write-${number}`), ...refusal],
    idempotency: {
      key: `key-${number}`,
      actorId: 'per_load',
      requestHash: String(number),
      response: { number },
    },
  });
}
