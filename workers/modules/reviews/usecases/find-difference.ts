import { dayAt } from '#plugins/sdk/dates/days.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { findOrganization, listJudges } from '#workers/modules/organizations/index.ts';
import { findSubmission, listRevisions } from '#workers/modules/submissions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { isParty, pairOf } from '../double-review.domain.ts';
import { opinionsQuery } from '../opinions.repository.ts';
import { isWaiting } from '../reviews.domain.ts';
import { findRuling } from '../rulings.repository.ts';
import { makersOf } from './load-case.ts';

export type Difference = {
  readonly submissionId: string;
  readonly organizationName: string;
  /** Who may decide between the two; nobody where there are only these two. */
  readonly deciderIds: readonly string[];
  readonly partyIds: readonly string[];
};

/** 待裁定: two reviewers differ about what was filed last, and nobody has decided or ruled. */
export async function findDifference(
  context: Pick<TenantJobContext, 'db' | 'clock'>,
  submissionId: string,
): Promise<Difference | undefined> {
  const { db, clock } = context;
  const submission = await findSubmission(db, submissionId);
  if (submission === undefined || !isWaiting(submission.state)) return undefined;
  const [opinions, ruling, version, revisions] = await Promise.all([
    opinionsQuery(db, submissionId),
    findRuling(db, submission),
    loadVersion(db, submission.versionHash),
    listRevisions(db, submissionId),
  ]);
  const task = version.campaign.tasks.find(({ key }) => key === submission.taskKey);
  const pair = pairOf(opinions, submission.revision, ruling);
  if (task?.review?.double !== true || pair.state !== 'disagreed') return undefined;
  const { organizationId, supervisionPath, territoryPath, taskKey } = submission;
  const paths = { supervision: supervisionPath, territory: territoryPath };
  const [judges, madeBy, unit] = await Promise.all([
    listJudges(db, {
      permission: 'submissions.review',
      subject: { organizationId, paths, task: taskKey },
      day: dayAt(clock.now()),
    }),
    makersOf(context, revisions),
    findOrganization(db, organizationId),
  ]);
  return {
    submissionId,
    organizationName: unit?.name ?? '',
    deciderIds: judges
      .map(({ personId }) => personId)
      .filter((id) => !isParty(pair, id) && !madeBy.includes(id)),
    partyIds: [pair.firstId, pair.secondId].flatMap((id) => id ?? []),
  };
}
