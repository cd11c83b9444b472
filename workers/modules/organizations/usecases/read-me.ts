import type { Me } from '#schema/contracts/identity.ts';
import type { Actor } from '#workers/modules/tenants/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { findOrganizations } from '../organizations.repository.ts';

/** Who is signed in, in which posts, and what is permitted where. */
export async function readMe(request: {
  context: { readonly actor: Actor; readonly db: TenantDatabase };
}): Promise<Me> {
  const { actor, db } = request.context;
  const ids = actor.grants.map(({ organizationId }) => organizationId).filter((id) => id !== null);
  const units = new Map(
    (await findOrganizations(db, [...new Set(ids)])).map((unit) => [unit.id, unit]),
  );
  const posts = actor.grants.map(({ id, organizationId, ...grant }) => {
    const unit = organizationId === null ? undefined : units.get(organizationId);
    const organization = unit ? { id: unit.id, name: unit.name, kind: unit.kind } : null;
    return { ...grant, grantId: id, organization };
  });
  return {
    person: {
      id: actor.personId,
      username: actor.username,
      name: actor.name,
      post: actor.post,
      organizationId: actor.organizationId,
    },
    posts,
    permissions: [...new Set(actor.grants.flatMap(({ permissions }) => permissions))],
    recusedFrom: [...actor.recusedFrom],
    session: {
      idleUntil: actor.idleUntil,
      expiresAt: actor.expiresAt,
      mustChangePassword: actor.mustChangePassword,
    },
  };
}
