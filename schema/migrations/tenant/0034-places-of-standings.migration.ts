import type { Migration } from '../migration.ts';

const tables = [
  ['filing_standings', 'campaign_id'],
  ['entry_standings', 'register_key'],
] as const;
const places = [
  ['organization', 'organization_id'],
  ['supervision', 'supervision_path'],
  ['territory', 'territory_path'],
] as const;

const indexes = tables.flatMap(([table, among]) =>
  places.map(([name, column]) => ({
    name: `ix_${table}_${name}`,
    on: `${table} (${among}, ${column}, until_at)`,
  })),
);

/** By which a bureau's figures are found among a year of everybody's. */
export const placesOfStandings: Migration = {
  id: '0034-places-of-standings',
  up: indexes.map(({ name, on }) => `create index if not exists ${name} on ${on}`),
  down: indexes.map(({ name }) => `drop index if exists ${name}`),
};
