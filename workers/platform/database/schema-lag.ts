import { sql } from 'drizzle-orm';
import type { DatabaseKind, Migration } from '#schema/migrations/migration.ts';
import { migrationsOf } from '#schema/migrations/registry.ts';
import { platformErrors } from '../http/platform.errors.ts';
import type { Database } from './database.driver.ts';

/** A migration is rolled out tenant by tenant: the program serves the schema before its own too. */
const SERVED_LAG = 1;
const RETRY_AFTER_SECONDS = 30;

/** How many migrations a database lacks; one that is ahead of this program lacks none. */
export function schemaLag(
  newest: string | undefined,
  migrations: readonly Pick<Migration, 'id'>[],
): number {
  return migrations.filter(({ id }) => newest === undefined || id > newest).length;
}

/** Throws 503 `platform.schema_behind` for a database that is more than one version behind. */
export async function assertSchemaServed(db: Database, kind: DatabaseKind): Promise<void> {
  const [row] = await db.all<{ newest: string | null }>(
    sql`select max(id) as newest from schema_migrations`,
  );
  if (schemaLag(row?.newest ?? undefined, migrationsOf[kind]) <= SERVED_LAG) return;
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  throw platformErrors['platform.schema_behind']({ headers });
}
