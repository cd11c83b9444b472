import type { Migration } from '../migration.ts';

export const peopleImport: Migration = {
  id: '0031-people-import',
  up: [
    `alter table invitations add column username text`,
    `alter table invitations add column valid_from text`,
    `alter table invitations add column phone_sealed text`,
    `alter table invitations add column phone_masked text`,
    `create unique index if not exists ux_invitations_username on invitations (username)
      where username is not null and state in ('asked', 'authorized')`,
    `create index if not exists ix_invitations_import on invitations (import_id, state, id)`,
    `create index if not exists ix_invitations_unit on invitations (organization_id, state)`,
    `create index if not exists ix_organizations_open on organizations (order_number, id, kind)
      where status = 'open'`,
  ],
  down: [
    'drop index if exists ix_organizations_open',
    'drop index if exists ix_invitations_unit',
    'drop index if exists ix_invitations_import',
    'drop index if exists ux_invitations_username',
    'alter table invitations drop column phone_masked',
    'alter table invitations drop column phone_sealed',
    'alter table invitations drop column valid_from',
    'alter table invitations drop column username',
  ],
};
