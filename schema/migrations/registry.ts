import { controlMigrations } from './control/registry.ts';
import type { DatabaseKind, Migration } from './migration.ts';
import { sealedMigrations } from './sealed/registry.ts';
import { tenantMigrations } from './tenant/registry.ts';

export const migrationsOf: Readonly<Record<DatabaseKind, readonly Migration[]>> = {
  control: controlMigrations,
  sealed: sealedMigrations,
  tenant: tenantMigrations,
};
