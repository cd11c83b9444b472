import type { Migration } from '../migration.ts';
import { core } from './0001-core.migration.ts';
import { oversight } from './0004-oversight.migration.ts';

export const controlMigrations: readonly Migration[] = [core, oversight];
