import * as v from 'valibot';
import { relationKinds } from './campaign/audience.ts';
import type { RelationKind } from './campaign/audience.ts';

export const permissions = [
  'campaigns.read',
  'campaigns.draft',
  'campaigns.check',
  'campaigns.countersign',
  'campaigns.sign',
  'campaigns.publish',
  'submissions.read',
  'submissions.fill',
  'submissions.sign-off',
  'submissions.file',
  'submissions.review',
  'submissions.extend',
  'submissions.exempt',
  'submissions.register-paper',
  'registers.read',
  'registers.record',
  'registers.act',
  'registers.decide',
  'requests.read',
  'requests.oversee',
  'requests.draft',
  'requests.check',
  'requests.countersign',
  'requests.sign',
  'requests.decide',
  'requests.fill',
  'requests.file',
  'papers.read',
  'papers.number',
  'reminders.urge',
  'reminders.configure',
  'bulletins.read',
  'bulletins.draft',
  'bulletins.check',
  'bulletins.countersign',
  'bulletins.sign',
  'bulletins.receive',
  'petitions.read',
  'petitions.write',
  'petitions.sign-off',
  'petitions.oversee',
  'petitions.handle',
  'petitions.instruct',
  'evidence.upload',
  'evidence.read',
  'scoring.read',
  'scoring.deduct',
  'scoring.answer',
  'proposals.read',
  'proposals.decide',
  'snapshots.read',
  'snapshots.prepare',
  'snapshots.check',
  'snapshots.approve',
  'organizations.read',
  'organizations.manage',
  'identity.manage',
  'identity.enroll',
  'identity.authorize',
  'tenant.configure',
  'audit.read',
  'oversight.compare',
  'platform.manage-tenants',
] as const;
export type Permission = (typeof permissions)[number];
export const PermissionSchema = v.picklist(permissions);

export const roles = [
  'commission-drafter',
  'commission-checker',
  'commission-signer',
  'bureau-reviewer',
  'hospital-clerk',
  'hospital-department',
  'hospital-head',
  'system-admin',
  'security-admin',
  'audit-admin',
  'oversight-analyst',
  'platform-operator',
] as const;
export type Role = (typeof roles)[number];
export const RoleSchema = v.picklist(roles);

/**
 * Acts that judge somebody's work: refused to whoever made the work, and to whoever is recused
 * (回避) from the unit.
 */
export const judgingPermissions: ReadonlySet<Permission> = new Set<Permission>([
  'campaigns.check',
  'campaigns.countersign',
  'campaigns.sign',
  'submissions.review',
  'submissions.extend',
  'submissions.exempt',
  'requests.check',
  'requests.countersign',
  'requests.sign',
  'requests.decide',
  'bulletins.check',
  'bulletins.countersign',
  'bulletins.sign',
  'scoring.deduct',
  'proposals.decide',
  'snapshots.check',
  'snapshots.approve',
]);

/**
 * What a person may do where. Without a unit the grant is the commission's own and reaches
 * everything. With a unit and a relation it reaches what stands under the unit in that relation's
 * tree, `path` being the unit's own path there (ids, each followed by `/`); with a unit and no
 * relation, the unit alone.
 */
export const GrantSchema = v.object({
  id: v.string(),
  role: RoleSchema,
  permissions: v.array(PermissionSchema),
  relation: v.nullable(v.picklist(relationKinds)),
  organizationId: v.nullable(v.string()),
  path: v.nullable(v.string()),
  tasks: v.optional(v.array(v.string())),
  sections: v.optional(v.array(v.string())),
  from: v.string(),
  to: v.nullable(v.string()),
});
export type Grant = v.InferOutput<typeof GrantSchema>;

export type UnitPaths = { readonly [relation in RelationKind]?: string };

/** A person's grants in force, with the units this person must keep away from. */
export type Authority = {
  readonly personId: string;
  readonly grants: readonly Grant[];
  readonly recusedFrom: readonly string[];
};

/** What an act is about. `{}` is the commission itself: only its own grants reach that. */
export type Subject = {
  readonly organizationId?: string;
  readonly paths?: UnitPaths;
  readonly task?: string;
  readonly section?: string;
  /** Persons who made what the act would judge. */
  readonly madeBy?: readonly string[];
};

export type RefusalReason = 'no_permission' | 'out_of_range' | 'recused' | 'own_work';
export type Decision =
  | { readonly allowed: true; readonly grant: Grant }
  | { readonly allowed: false; readonly reason: RefusalReason };

/** Decides whether a person may do this to that, and why not. */
export function decide(authority: Authority, action: Permission, subject: Subject): Decision {
  const holding = grantsWith(authority, action);
  if (holding.length === 0) return { allowed: false, reason: 'no_permission' };
  const grant = holding.find((candidate) => reaches(candidate, subject));
  if (!grant) return { allowed: false, reason: 'out_of_range' };
  if (judgingPermissions.has(action)) {
    if (subject.madeBy?.includes(authority.personId)) return { allowed: false, reason: 'own_work' };
    if (isRecused(authority, subject)) return { allowed: false, reason: 'recused' };
  }
  return { allowed: true, grant };
}

export function can(authority: Authority, action: Permission, subject: Subject): boolean {
  return decide(authority, action, subject).allowed;
}

/** Whether any grant carries the permission, wherever it reaches. */
export function holds(authority: Authority, action: Permission): boolean {
  return grantsWith(authority, action).length > 0;
}

/** One stretch of the units that a list may show: the unit, and what stands under its path. */
export type Reach = Pick<Grant, 'organizationId' | 'relation' | 'path' | 'tasks' | 'sections'>;

/** What a list query may show. */
export type Range =
  | { readonly everything: true }
  | { readonly everything: false; readonly reaches: readonly Reach[] };

/** The range of a list, from the same grants that `can` looks at. */
export function rangeOf(authority: Authority, action: Permission): Range {
  const holding = grantsWith(authority, action);
  if (holding.some((grant) => grant.organizationId === null && !grant.tasks && !grant.sections)) {
    return { everything: true };
  }
  return { everything: false, reaches: holding };
}

/** Whether a subject lies in a range, as a list's SQL decides it. */
export function isWithin(range: Range, subject: Subject): boolean {
  return range.everything || range.reaches.some((reach) => reaches(reach, subject));
}

function grantsWith(authority: Authority, action: Permission): Grant[] {
  return authority.grants.filter((grant) => grant.permissions.includes(action));
}

function reaches(reach: Reach, subject: Subject): boolean {
  if (!isNamed(reach.tasks, subject.task)) return false;
  if (!isNamed(reach.sections, subject.section)) return false;
  if (reach.organizationId === null) return true;
  if (subject.organizationId === reach.organizationId) return true;
  if (reach.relation === null || reach.path === null) return false;
  return subject.paths?.[reach.relation]?.startsWith(reach.path) ?? false;
}

/** A limited grant says nothing about a subject that names no task (or section) at all. */
function isNamed(limits: readonly string[] | undefined, name: string | undefined): boolean {
  return limits === undefined || name === undefined || limits.includes(name);
}

function isRecused(authority: Authority, subject: Subject): boolean {
  const { organizationId } = subject;
  return organizationId !== undefined && authority.recusedFrom.includes(organizationId);
}
