import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { listActs, listFormerNames } from '../acts.repository.ts';
import { createOrganizationNotFoundError } from '../organizations.errors.ts';
import { findOrganization, readFactsAndRelations } from '../organizations.repository.ts';

/** One unit with its dated facts and relations. */
export async function readOrganization(request: {
  context: TenantContext;
  input: { readonly id: string };
}): Promise<OrganizationDetail> {
  const { context, input } = request;
  const unit = await findOrganization(context.db, input.id);
  if (!unit) throw createOrganizationNotFoundError();
  assertCan(context.actor, 'organizations.read', { organizationId: unit.id, paths: unit.paths });
  const [{ facts, relations }, formerNames, stored] = await Promise.all([
    readFactsAndRelations(context.db, unit.id),
    listFormerNames(context.db, unit.id),
    listActs(context.db, unit.id),
  ]);
  const acts = stored.map(({ organizationId: _unit, byPerson: _person, ...act }) => act);
  return { ...unit, facts, relations, formerNames, acts };
}
