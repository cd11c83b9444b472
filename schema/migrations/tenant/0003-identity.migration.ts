import { identityDown, identityUp } from '../identity.migration.ts';
import type { Migration } from '../migration.ts';

export const identity: Migration = {
  id: '0003-identity',
  up: identityUp,
  down: identityDown,
};
