import type { Migration } from '../migration.ts';

export const upperCampaigns: Migration = {
  id: '0015-upper-campaigns',
  up: [
    `create table if not exists upper_campaigns (
      hash text not null primary key,
      region text not null,
      document text not null,
      received_at integer not null)`,
    `create trigger if not exists upper_campaigns_no_update before update on upper_campaigns
      begin select raise(abort, 'upper_campaigns is append-only'); end`,
    `create trigger if not exists upper_campaigns_no_delete before delete on upper_campaigns
      begin select raise(abort, 'upper_campaigns is append-only'); end`,
  ],
  down: ['drop table if exists upper_campaigns'],
};
