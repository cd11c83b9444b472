import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** A scan of a signed sheet of 上报数据 is seen by whoever sees the data. */
export async function mayReadSnapshot(
  context: TenantContext,
  _place: EvidencePlace,
): Promise<boolean> {
  return can(context.actor, 'snapshots.read', {});
}
