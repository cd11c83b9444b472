import { sql } from 'drizzle-orm';
import type { DatabaseKind } from '#schema/migrations/migration.ts';
import { migrationRuns } from '#schema/tables/control/core.table.ts';
import type { Clock } from '../clock.ts';
import type { Change, Writer } from './change.ts';
import type { ControlDatabase } from './database.driver.ts';
import type { SendBatch } from './hrana.driver.ts';
import { migrate } from './migrator.ts';
import type { MigrationReport } from './migrator.ts';
import { build, toStatement } from './statement.ts';

export type MigrationTarget = { namespace: string; kind: DatabaseKind; send: SendBatch };

export type MigrationProgress = {
  namespace: string;
  applied: readonly string[];
  error: string | undefined;
  done: number;
  total: number;
};

export type MigrateAllInput = {
  /** A run that was cut goes on under its own id: what it has done it leaves out. */
  runId: string;
  targets: readonly MigrationTarget[];
  control: { db: ControlDatabase; writer: Writer };
  clock: Clock;
  concurrency?: number;
  onProgress?: (progress: MigrationProgress) => void;
};

export type MigrateAllReport = { migrated: number; failed: readonly string[]; leftOut: number };

/** Migrates many databases, a bounded number at once; one that fails does not stop the others. */
export async function migrateAll(input: MigrateAllInput): Promise<MigrateAllReport> {
  const done = await doneIn(input.control.db, input.runId);
  const pending = input.targets.filter(({ namespace }) => !done.has(namespace));
  const failed: string[] = [];
  let finished = done.size;
  await forEachBounded(pending, input.concurrency ?? 4, async (target) => {
    const { report, error } = await attempt(target, input.clock);
    if (error !== undefined) failed.push(target.namespace);
    await input.control.writer.commit(recordMigration(input, target.namespace, report, error));
    finished += 1;
    const { namespace } = target;
    const total = input.targets.length;
    input.onProgress?.({ namespace, applied: report.applied, error, done: finished, total });
  });
  return { migrated: pending.length - failed.length, failed, leftOut: done.size };
}

async function doneIn(db: ControlDatabase, runId: string): Promise<Set<string>> {
  const { namespace, state } = migrationRuns;
  const rows = await db
    .select({ namespace })
    .from(migrationRuns)
    .where(sql`${migrationRuns.runId} = ${runId} and ${state} = 'done'`);
  return new Set(rows.map((row) => row.namespace));
}

async function attempt(target: MigrationTarget, clock: Clock) {
  try {
    const report = await migrate({ ...target, now: clock.now() });
    return { report, error: undefined };
  } catch (error) {
    const report: MigrationReport = { applied: [], version: '' };
    return { report, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What control keeps of one database's migration: the operator reads it there. */
export function recordMigration(
  { runId, clock }: Pick<MigrateAllInput, 'runId' | 'clock'>,
  namespace: string,
  { applied, version }: MigrationReport,
  error?: string,
): Change {
  const state = error === undefined ? ('done' as const) : ('failed' as const);
  const outcome = {
    state,
    version,
    applied: applied.length,
    error: error ?? null,
    finishedAt: clock.now(),
  };
  const { runId: run, namespace: name } = migrationRuns;
  const query = build
    .insert(migrationRuns)
    .values({ runId, namespace, ...outcome })
    .onConflictDoUpdate({ target: [run, name], set: outcome });
  return {
    steps: [{ statement: toStatement(query) }],
    audit: {
      action: 'tenant.migrate',
      actor: { kind: 'operator', id: null },
      subjectKind: 'namespace',
      subjectId: namespace,
      at: clock.now(),
      facts: { runId, state, applied: [...applied] },
    },
  };
}

async function forEachBounded<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const run = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, run));
}
