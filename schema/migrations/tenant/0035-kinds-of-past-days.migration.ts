import type { Migration } from '../migration.ts';

/** By which the units that once were of a kind are found: few ever change theirs. */
export const kindsOfPastDays: Migration = {
  id: '0035-kinds-of-past-days',
  up: [
    `create index if not exists ix_organization_facts_kind
      on organization_facts (value, organization_id) where key = 'kind'`,
  ],
  down: ['drop index if exists ix_organization_facts_kind'],
};
