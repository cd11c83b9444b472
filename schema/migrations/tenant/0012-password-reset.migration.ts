import type { Migration } from '../migration.ts';

export const passwordReset: Migration = {
  id: '0012-password-reset',
  up: ['alter table people add column password_reset_at integer'],
  down: ['alter table people drop column password_reset_at'],
};
