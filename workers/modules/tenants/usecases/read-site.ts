import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { readLooks } from '../branding.repository.ts';
import type { VisitorContext } from '../context.ts';

/** The host's tenant with the looks it has now: a change shows at once, in every process. */
export async function readSite({ tenant, db }: VisitorContext): Promise<TenantProfile> {
  return { ...tenant, ...(await readLooks(db)) };
}
