import type { DatabaseKind } from '#schema/migrations/migration.ts';
import { migrate } from '#workers/platform/database/migrator.ts';
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
  const worker = async (): Promise<void> => {
    for (const namespace of queue) {
      await databases.ensureNamespace(namespace);
      // The engine answers nobody there; resuming the tenant brings it up to date.
      if (await databases.isSuspended(namespace)) continue;
      const report = await migrate({ send: databases.send(namespace), kind: kindOf(namespace) });
      onMigrated(namespace, report.applied);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
