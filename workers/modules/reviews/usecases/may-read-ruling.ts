import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import { findSubmission } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** What a leader signed between two reviewers is for those who may review the filing, not its unit. */
export async function mayReadRuling(
  context: TenantContext,
  place: EvidencePlace,
): Promise<boolean> {
  const submission = await findSubmission(context.db, place.subjectId);
  if (submission === undefined) return false;
  const { organizationId, supervisionPath, territoryPath, taskKey: task } = submission;
  const paths = { supervision: supervisionPath, territory: territoryPath };
  return can(context.actor, 'submissions.review', { organizationId, paths, task });
}
