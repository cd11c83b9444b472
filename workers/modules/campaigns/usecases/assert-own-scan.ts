import { evidenceErrors, findEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** A scan of the commission's own: received by it, or by the person who registers it. */
export async function assertOwnScan(
  context: Pick<TenantContext, 'db' | 'actor'>,
  evidenceId: string,
): Promise<void> {
  const file = await findEvidence(context.db, evidenceId);
  const isOwn =
    file !== undefined &&
    (file.organizationId === null || file.uploadedBy === context.actor.personId);
  if (!isOwn) throw evidenceErrors['evidence.not_found']();
}
