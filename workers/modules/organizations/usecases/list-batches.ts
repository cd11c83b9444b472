import type { InvitationBatch } from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { listBatchRows } from '../batches.repository.ts';

/** 批次: what each list of people asked for and what has become of it. */
export async function listBatches(request: {
  context: TenantContext;
}): Promise<{ items: InvitationBatch[] }> {
  const { context } = request;
  assertCan(context.actor, 'identity.manage', {});
  return { items: await listBatchRows(context.db, context.clock.now()) };
}
