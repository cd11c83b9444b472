import type { Grant, Role } from '#schema/contracts/permission.ts';

/** Which roles stand behind a post of the chain. */
const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  filler: ['hospital-clerk'],
  'department-head': ['hospital-department', 'hospital-head'],
  'deputy-head': ['hospital-head'],
  head: ['hospital-head'],
};

/** Whether one of these grants holds the post in this unit. */
export function holdsPost(
  grants: readonly Pick<Grant, 'organizationId' | 'role'>[],
  organizationId: string,
  post: string,
): boolean {
  return grants.some(
    (grant) => grant.organizationId === organizationId && rolesOf[post]?.includes(grant.role),
  );
}
