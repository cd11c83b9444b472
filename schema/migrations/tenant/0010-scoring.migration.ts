import type { Migration } from '../migration.ts';

export const scoring: Migration = {
  id: '0010-scoring',
  up: [
    `create table if not exists deductions (
      id text not null primary key,
      campaign_id text not null,
      organization_id text not null,
      scorecard_key text not null,
      criterion_key text not null,
      amount integer not null,
      reason text not null,
      submission_id text,
      recorded_by text not null,
      recorded_by_post text not null,
      recorded_at integer not null,
      state text not null,
      withdrawn_reason text,
      version integer not null)`,
    `create index if not exists ix_deductions_organization
      on deductions (organization_id, campaign_id, recorded_at)`,
    `create index if not exists ix_deductions_submission
      on deductions (submission_id)`,
  ],
  down: ['drop table if exists deductions'],
};
