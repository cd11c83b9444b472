import { dayAt } from '#plugins/sdk/dates/days.ts';
import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import type { UnitPaths } from '#schema/contracts/permission.ts';
import {
  findOrganization,
  listJudges,
  recusePerson,
} from '#workers/modules/organizations/index.ts';
import type { Judge } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { reviewsErrors } from '../reviews.errors.ts';

/** 回避: who has a tie to a unit keeps away from it from today on, says why, and who takes over. */
export async function declareRecusal(request: {
  context: TenantContext;
  input: { organizationId: string; reason: string; successorId?: string | undefined };
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
    const successor = await successorOf(context, unit, input.successorId);
    const recusal = { personId: actor.personId, organizationId, reason, successor, actor: by };
    await recusePerson({ context, input: recusal });
  }
  return { organizationId };
}

/** The colleague named: one who may judge the unit's work, and not who stands aside. */
async function successorOf(
  context: TenantContext,
  unit: { id: string; paths: UnitPaths },
  successorId: string | undefined,
): Promise<Judge | undefined> {
  if (successorId === undefined) return undefined;
  const judges = await listJudges(context.db, {
    permission: 'submissions.review',
    subject: { organizationId: unit.id, paths: unit.paths },
    day: dayAt(context.clock.now()),
  });
  const found = judges.find(({ personId }) => personId === successorId);
  if (found === undefined || successorId === context.actor.personId) {
    throw reviewsErrors['reviews.unknown_colleague']();
  }
  return found;
}
