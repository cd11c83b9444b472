import type { DatabaseKind } from '#schema/migrations/migration.ts';
import { indexListedFields } from '#workers/modules/registers/index.ts';
import { systemClock } from '#workers/platform/clock.ts';
import { recordMigration } from '#workers/platform/database/migrate-all.ts';
import { migrate } from '#workers/platform/database/migrator.ts';
import type { MigrationReport } from '#workers/platform/database/migrator.ts';
import { isSealedNamespace } from '#workers/platform/database/namespace.ts';
import type { Databases } from './databases.ts';

export const controlNamespace = 'control';

export function kindOf(namespace: string): DatabaseKind {
  if (namespace === controlNamespace) return 'control';
  return isSealedNamespace(namespace) ? 'sealed' : 'tenant';
}

const atOnce = 4;

/**
 * Brings databases to the newest version, a few at a time. It may be cut off anywhere: each
 * database knows its own version, and the next run goes on from there.
 */
export async function migrateNamespaces(
  databases: Databases,
  namespaces: readonly string[],
  onMigrated: (namespace: string, applied: readonly string[]) => void = () => undefined,
): Promise<void> {
  const queue = namespaces.values();
  const reports = new Map<string, MigrationReport>();
  const worker = async (): Promise<void> => {
    for (const namespace of queue) {
      await databases.ensureNamespace(namespace);
      // The engine answers nobody there; resuming the tenant brings it up to date.
      if (await databases.isSuspended(namespace)) continue;
      const report = await migrate({ send: databases.send(namespace), kind: kindOf(namespace) });
      if (report.applied.length > 0) reports.set(namespace, report);
      if (kindOf(namespace) === 'tenant') await indexRegisters(databases, namespace);
      onMigrated(namespace, report.applied);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await recordInControl(databases, reports);
}

/** Indexes of listed fields are no migrations: they follow what the tenant's registers say. */
async function indexRegisters(databases: Databases, namespace: string): Promise<void> {
  const db = databases.open(namespace);
  const writer = databases.writerOf(namespace);
  await indexListedFields({ db, writer, clock: systemClock });
}

/** After all of them, since control itself may have been among those behind. */
async function recordInControl(
  databases: Databases,
  reports: ReadonlyMap<string, MigrationReport>,
): Promise<void> {
  if (reports.size === 0 || !databases.namespaces().includes(controlNamespace)) return;
  const writer = databases.writerOf(controlNamespace);
  const run = { runId: `start-${systemClock.now()}`, clock: systemClock };
  const changes = [...reports].map(([namespace, report]) =>
    recordMigration(run, namespace, report),
  );
  const outcomes = await Promise.all(changes.map((change) => writer.commit(change)));
  if (outcomes.some(({ status }) => status !== 'committed')) {
    throw new Error('control refused the record of a migration');
  }
}
