import { coreDown, coreUp } from '../core.migration.ts';
import type { Migration } from '../migration.ts';

export const core: Migration = { id: '0001-core', up: coreUp, down: coreDown };
