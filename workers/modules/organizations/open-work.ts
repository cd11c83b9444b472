import type { HandoverItem } from '#schema/contracts/handovers.ts';
import type { OpenWork } from '#schema/contracts/organization-acts.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';

/** What a unit has in hand, as the modules above say it, and what becomes of it when it ends. */
export type OpenWorkReader = (
  context: TenantContext,
  about: { readonly organizationId: string; readonly intoId: string | undefined },
) => Promise<OpenWork[]>;

/** What one person alone is asked for, which goes on with whoever follows in the post. */
export type PersonalWorkReader = (
  context: TenantContext,
  personId: string,
) => Promise<HandoverItem[]>;

export type WorkReaders = {
  readonly ofUnit: readonly OpenWorkReader[];
  readonly ofPerson: readonly PersonalWorkReader[];
};
