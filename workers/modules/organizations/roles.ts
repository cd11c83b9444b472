import type { Permission, Role } from '#schema/contracts/permission.ts';

const commission: readonly Permission[] = [
  'campaigns.read',
  'submissions.read',
  'evidence.read',
  'scoring.read',
  'organizations.read',
];

const hospital: readonly Permission[] = [
  'campaigns.read',
  'submissions.read',
  'evidence.read',
  'scoring.read',
  'organizations.read',
];

const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  'commission-drafter': [
    ...commission,
    'campaigns.draft',
    'campaigns.publish',
    'submissions.extend',
    'submissions.exempt',
    'submissions.register-paper',
    'evidence.upload',
    'snapshots.read',
    'snapshots.prepare',
    'organizations.manage',
  ],
  'commission-checker': [
    ...commission,
    'campaigns.check',
    'campaigns.countersign',
    'submissions.review',
    'scoring.deduct',
    'snapshots.read',
    'snapshots.check',
    'evidence.upload',
  ],
  'commission-signer': [
    ...commission,
    'campaigns.sign',
    'snapshots.read',
    'snapshots.approve',
    'evidence.upload',
  ],
  'bureau-reviewer': [
    ...commission,
    'submissions.fill',
    'submissions.file',
    'submissions.review',
    'submissions.extend',
    'submissions.exempt',
    'submissions.register-paper',
    'scoring.deduct',
    'evidence.upload',
  ],
  'hospital-clerk': [...hospital, 'submissions.fill', 'submissions.file', 'evidence.upload'],
  'hospital-department': [
    ...hospital,
    'submissions.fill',
    'submissions.sign-off',
    'evidence.upload',
  ],
  'hospital-head': [...hospital, 'submissions.sign-off', 'evidence.upload'],
  'system-admin': ['organizations.read', 'organizations.manage', 'identity.manage'],
  'security-admin': ['organizations.read', 'identity.manage'],
  'audit-admin': ['organizations.read', 'audit.read'],
  'oversight-analyst': ['oversight.compare'],
  'platform-operator': ['platform.manage-tenants'],
};

/** What a role may do, wherever its grant reaches. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role];
}

/** Roles of which one person holds at most one: the three administrators are three people. */
export function separationClassOf(role: Role): string | null {
  return role === 'system-admin' || role === 'security-admin' || role === 'audit-admin'
    ? 'administration'
    : null;
}
