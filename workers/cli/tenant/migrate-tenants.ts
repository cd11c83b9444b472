import { migrationsOf } from '#schema/migrations/registry.ts';
import { readLedger } from '#workers/platform/database/migrator.ts';
import type { Databases } from '../supervisor/databases.ts';
import { kindOf, migrateNamespaces } from '../supervisor/migrations.ts';
import { inWords } from '../terminal.ts';

async function readPending(databases: Databases, namespace: string): Promise<string[]> {
  const done = new Set(await readLedger(databases.send(namespace)).catch(() => []));
  return migrationsOf[kindOf(namespace)].map(({ id }) => id).filter((id) => !done.has(id));
}

/** Every database of the installation, control and sealed ones included. */
export async function migrateTenants(
  databases: Databases,
  options: { dryRun: boolean; report: (line: string) => void },
): Promise<void> {
  const { dryRun, report } = options;
  const namespaces = databases.namespaces();
  let changed = 0;
  const tell = (namespace: string, migrations: readonly string[]): void => {
    if (migrations.length === 0) return;
    changed += 1;
    report(`${namespace}: ${migrations.join(', ')}`);
  };
  if (dryRun) {
    for (const namespace of namespaces) tell(namespace, await readPending(databases, namespace));
  } else {
    await migrateNamespaces(databases, namespaces, tell);
  }
  const total = namespaces.length;
  report(
    inWords(
      dryRun
        ? { zh: `将升级 ${changed}／${total} 个数据库`, en: `would migrate ${changed} of ${total}` }
        : { zh: `已升级 ${changed}／${total} 个数据库`, en: `migrated ${changed} of ${total}` },
    ),
  );
}
