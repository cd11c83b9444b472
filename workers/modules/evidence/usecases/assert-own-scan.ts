import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { evidenceErrors } from '../evidence.errors.ts';
import { findEvidence } from '../evidence.repository.ts';

/**
 * A scan that this person may register: uploaded by himself, or received by the office he acts for
 * where one is named (`null` is the commission).
 */
export async function assertOwnScan(
  context: Pick<TenantContext, 'db' | 'actor'>,
  evidenceId: string,
  officeId?: string | null,
): Promise<void> {
  const file = await findEvidence(context.db, evidenceId);
  const isOwn =
    file !== undefined &&
    (file.uploadedBy === context.actor.personId || file.organizationId === officeId);
  if (!isOwn) throw evidenceErrors['evidence.not_found']();
}
