import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findSubmission } from '../submissions.repository.ts';
import { subjectOf } from './load-submission.ts';

/** Who may see a filing may see the files it cites. */
export async function mayReadSubmission(
  context: TenantContext,
  place: EvidencePlace,
): Promise<boolean> {
  const submission = await findSubmission(context.db, place.subjectId);
  return submission !== undefined && can(context.actor, 'submissions.read', subjectOf(submission));
}
