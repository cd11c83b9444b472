import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import { findOrganization, recusePerson } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { reviewsErrors } from '../reviews.errors.ts';

/** 回避: a reviewer with a tie to a unit keeps away from it from today on, and says why. */
export async function declareRecusal(request: {
  context: TenantContext;
  input: { organizationId: string; reason: string };
}): Promise<{ organizationId: string }> {
  const { context, input } = request;
  const { actor } = context;
  assertHolds(actor, 'submissions.review');
  const { organizationId, reason } = input;
  const unit = await findOrganization(context.db, organizationId);
  const range = rangeOf(actor, 'submissions.review');
  if (!unit || !isWithin(range, { organizationId, paths: unit.paths })) {
    throw reviewsErrors['reviews.unknown_unit']();
  }
  if (!actor.recusedFrom.includes(organizationId)) {
    const by = { kind: 'person' as const, id: actor.personId };
    const recusal = { personId: actor.personId, organizationId, reason, actor: by };
    await recusePerson({ context, input: recusal });
  }
  return { organizationId };
}
