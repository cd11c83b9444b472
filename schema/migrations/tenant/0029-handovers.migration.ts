import type { Migration } from '../migration.ts';

export const handovers: Migration = {
  id: '0029-handovers',
  up: [
    `create table if not exists handovers (
      id text not null primary key,
      state text not null,
      grant_id text not null,
      role text not null,
      organization_id text,
      from_id text not null,
      from_post text not null,
      to_id text not null,
      to_post text not null,
      takes_effect_on text not null,
      reason text not null,
      note text,
      items text,
      opened_by text not null,
      opened_by_post text not null,
      opened_at integer not null,
      authorized_by text,
      authorized_by_post text,
      acknowledged_at integer,
      settled_at integer,
      version integer not null)`,
    `create index if not exists ix_handovers_opened on handovers (opened_at, id)`,
    `create index if not exists ix_handovers_due on handovers (takes_effect_on)
      where state = 'acknowledged'`,
  ],
  down: ['drop table if exists handovers'],
};
