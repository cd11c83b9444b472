import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { sumProgress } from './progress.repository.ts';
import { findSubmission } from './submissions.repository.ts';

/** What 报送进度 says of a campaign at this moment, to whoever sees everything. */
export async function readProgress(site: TestSite, campaignId: string) {
  const { db, clock } = site.database;
  const range = { everything: true as const };
  const { due, arrived, onTime, overdueUnits } = await sumProgress(db, {
    campaignId,
    range,
    asOf: clock.now(),
  });
  return { filings: { due, arrived, onTime }, overdueUnits };
}

/** A filing as it is stored, where there is one. */
export function lookUpFiling(site: TestSite, id: string) {
  return findSubmission(site.database.db, id);
}
