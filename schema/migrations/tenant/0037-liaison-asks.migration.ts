import type { Migration } from '../migration.ts';

/** Who asked the administrators last to invite a unit's 联络员. */
export const liaisonAsks: Migration = {
  id: '0037-liaison-asks',
  up: [
    `create table if not exists liaison_asks (
      organization_id text not null primary key,
      asked_by text not null,
      by_post text not null,
      asked_at integer not null)`,
  ],
  down: ['drop table if exists liaison_asks'],
};
