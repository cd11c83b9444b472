import type { Migration } from '../migration.ts';

export const importedFigures: Migration = {
  id: '0038-imported-figures',
  up: [
    `alter table unit_imports add column about text`,
    `create table if not exists figure_imports (
      id text not null primary key,
      campaign_id text not null,
      indicator text not null,
      period text not null,
      level text not null,
      system text not null,
      data_on text not null,
      file_name text not null,
      lines integer not null,
      opened_by text not null,
      opened_by_post text not null,
      known_at integer not null,
      withdrawn_at integer,
      withdrawn_by_post text,
      withdrawn_reason text)`,
    `create index if not exists ix_figure_imports_campaign
      on figure_imports (campaign_id, known_at, id)`,
    `create table if not exists imported_figures (
      import_id text not null,
      organization_id text not null,
      value text,
      numerator integer,
      sample integer,
      primary key (import_id, organization_id))`,
  ],
  down: [
    'drop table if exists imported_figures',
    'drop index if exists ix_figure_imports_campaign',
    'drop table if exists figure_imports',
    'alter table unit_imports drop column about',
  ],
};
