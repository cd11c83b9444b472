import type { DoubleState } from '#schema/contracts/review-opinions.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { SubmissionRow } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { isParty, pairOf } from '../double-review.domain.ts';
import { pairsQuery, rulingsQuery } from '../rulings.repository.ts';

type Standing = { readonly state: DoubleState; readonly mayRule: boolean };

/** 双人复核 of the rows of one page: how far the two are, and whether this reader is a third. */
export async function readStandings(
  { db, actor }: Pick<TenantContext, 'db' | 'actor'>,
  filings: readonly SubmissionRow[],
): Promise<ReadonlyMap<string, Standing>> {
  const hashes = [...new Set(filings.map(({ versionHash }) => versionHash))];
  const loaded = await Promise.all(
    hashes.map(async (hash) => [hash, await loadVersion(db, hash)] as const),
  );
  const versions = new Map(loaded);
  const double = filings.filter(({ versionHash, taskKey }) =>
    versions
      .get(versionHash)
      ?.campaign.tasks.some(({ key, review }) => key === taskKey && review?.double === true),
  );
  if (double.length === 0) return new Map();
  const ids = double.map(({ id }) => id);
  const [opinions, rulings] = await Promise.all([pairsQuery(db, ids), rulingsQuery(db, ids)]);
  return new Map(
    double.map(({ id, revision }) => {
      const ofFiling = opinions.filter(({ submissionId }) => submissionId === id);
      const ruling = rulings.find((each) => each.submissionId === id && each.revision === revision);
      const pair = pairOf(ofFiling, revision, ruling);
      const mayRule = pair.state === 'disagreed' && !isParty(pair, actor.personId);
      return [id, { state: pair.state, mayRule }];
    }),
  );
}
