import type { OpenWork } from '#schema/contracts/organization-acts.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** What a unit has in hand, as the modules above say it; `ending` says what would become of it. */
export type OpenWorkReader = (
  context: TenantContext,
  about: { readonly organizationId: string; readonly intoId: string | undefined },
) => Promise<OpenWork[]>;
