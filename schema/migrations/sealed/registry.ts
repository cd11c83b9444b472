import type { Migration } from '../migration.ts';
import { core } from './0001-core.migration.ts';

export const sealedMigrations: readonly Migration[] = [core];
