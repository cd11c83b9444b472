import { migrationsOf } from '#schema/migrations/registry.ts';
import type { Bindings } from './bindings.ts';
import { createDatabaseAccess } from './database/database-access.ts';
import { readLedger } from './database/migrator.ts';

export type Readiness = 'ready' | 'old_schema' | 'database_unavailable';

/** Whether this deployment's own database answers and has the newest schema. */
export async function readReadiness(bindings: Bindings): Promise<Readiness> {
  const isShared = bindings.DEPLOYMENT === 'shared';
  const newest = migrationsOf[isShared ? 'control' : 'tenant'].at(-1)?.id;
  try {
    const send = createDatabaseAccess(bindings).sender(isShared ? 'control' : bindings.DEPLOYMENT);
    return (await readLedger(send)).at(-1) === newest ? 'ready' : 'old_schema';
  } catch {
    return 'database_unavailable';
  }
}
