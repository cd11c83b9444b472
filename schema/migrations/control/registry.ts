import type { Migration } from '../migration.ts';
import { core } from './0001-core.migration.ts';
import { tenants } from './0002-tenants.migration.ts';
import { identity } from './0003-identity.migration.ts';
import { oversight } from './0004-oversight.migration.ts';
import { noWakeups } from './0005-no-wakeups.migration.ts';
import { passwordReset } from './0006-password-reset.migration.ts';

export const controlMigrations: readonly Migration[] = [
  core,
  tenants,
  identity,
  oversight,
  noWakeups,
  passwordReset,
];
