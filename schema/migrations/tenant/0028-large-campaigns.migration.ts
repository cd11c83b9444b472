import type { Migration } from '../migration.ts';

/** Indexes by which a year of 2,700 units and 49,000 filings is read without going through it. */
export const largeCampaigns: Migration = {
  id: '0028-large-campaigns',
  up: [
    'drop index if exists ix_submissions_due',
    `create index if not exists ix_submissions_due
      on submissions (campaign_id, due_at, state, first_filed_at, organization_id)`,
    `create index if not exists ix_submissions_unit
      on submissions (campaign_id, organization_id, due_at)`,
    `create index if not exists ix_submissions_missing
      on submissions (campaign_id, first_filed_at, due_at, organization_id, state, task_key)
      where first_filed_at is null`,
    `create index if not exists ix_submissions_waiting on submissions
      (filed_at, id, office_key, organization_id, supervision_path, territory_path, task_key, state)
      where +state in ('filed', 'held')`,
    `create index if not exists ix_filing_standings_missing
      on filing_standings (campaign_id, until_at, first_filed_at, exempt, due_at, area,
        organization_id, since_at)
      where until_at = 9007199254740991 and exempt = 0 and first_filed_at is null`,
  ],
  down: [
    'drop index if exists ix_filing_standings_missing',
    'drop index if exists ix_submissions_waiting',
    'drop index if exists ix_submissions_missing',
    'drop index if exists ix_submissions_unit',
    'drop index if exists ix_submissions_due',
    `create index if not exists ix_submissions_due
      on submissions (campaign_id, due_at, state)`,
  ],
};
