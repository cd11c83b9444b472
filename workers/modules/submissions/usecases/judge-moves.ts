import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { findHandedOut } from '../parts.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { askedIn, fateOf, stageOf } from '../version-moves.domain.ts';
import type { Asked, Judged } from '../version-moves.domain.ts';

/** What moving to a version would do to each of these filings of one task. */
export async function judgeMoves(
  db: TenantDatabase,
  filings: readonly Submission[],
  after: Asked | undefined,
): Promise<(Judged & { filing: Submission })[]> {
  const handedOut = await findHandedOut(
    db,
    filings.map(({ id }) => id),
  );
  return Promise.all(
    filings.map(async (filing) => {
      const { campaign } = await loadVersion(db, filing.versionHash);
      const before = askedIn(campaign, filing.taskKey);
      if (before === undefined)
        throw new Error('a filing of a task that its version does not have');
      const movable = { ...filing, isHandedOut: handedOut.has(filing.id) };
      return {
        filing,
        stage: stageOf(filing.state),
        organizationId: filing.organizationId,
        fate: fateOf(movable, before, after),
      };
    }),
  );
}
