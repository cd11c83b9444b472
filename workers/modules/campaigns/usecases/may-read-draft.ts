import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** Scans of a draft's signatures are seen by who may see drafts: the commission's own people. */
export async function mayReadDraft(
  context: TenantContext,
  _place: EvidencePlace,
): Promise<boolean> {
  return can(context.actor, 'campaigns.read', {});
}
