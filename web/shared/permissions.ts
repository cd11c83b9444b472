import type { Me } from '#schema/contracts/identity.ts';
import { can } from '#schema/contracts/permission.ts';
import type { Authority, Grant, Permission, Subject } from '#schema/contracts/permission.ts';

export type { Permission, Subject };

/**
 * The server does not tell the browser where a relation's tree ends, so a post over units under
 * a relation is taken at its word here; the server still refuses what lies outside.
 */
const toGrant = (post: Me['posts'][number]): Grant => ({
  id: post.grantId,
  role: post.role,
  permissions: post.permissions,
  relation: post.relation,
  organizationId: post.relation === null ? (post.organization?.id ?? null) : null,
  path: null,
  tasks: post.tasks,
  sections: post.sections,
  from: post.from,
  to: post.to,
});

const authorityOf = (me: Me): Authority => ({
  personId: me.person.id,
  grants: me.posts.map(toGrant),
  recusedFrom: me.recusedFrom,
});

/** The decision the server takes, so that a page offers nothing that would be refused. */
export const createPermissions = (me: () => Me) => ({
  /** May this person do this to that? */
  can: (action: Permission, subject: Subject): boolean => can(authorityOf(me()), action, subject),
  /** Does any post carry it, wherever it reaches? For navigation. */
  holds: (action: Permission): boolean => me().permissions.includes(action),
});

export type Permissions = ReturnType<typeof createPermissions>;
