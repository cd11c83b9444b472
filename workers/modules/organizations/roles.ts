import type { Permission, Role } from '#schema/contracts/permission.ts';

const commission: readonly Permission[] = [
  'campaigns.read',
  'submissions.read',
  'registers.read',
  'requests.read',
  'requests.oversee',
  'evidence.read',
  'scoring.read',
  'organizations.read',
];

const hospital: readonly Permission[] = [
  'campaigns.read',
  'submissions.read',
  'registers.read',
  'requests.read',
  'evidence.read',
  'scoring.read',
  'organizations.read',
];

const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  'commission-drafter': [
    ...commission,
    'papers.read',
    'papers.number',
    'bulletins.read',
    'bulletins.draft',
    'petitions.oversee',
    'petitions.handle',
    'campaigns.draft',
    'campaigns.publish',
    'submissions.extend',
    'submissions.exempt',
    'submissions.register-paper',
    'reminders.urge',
    'registers.record',
    'registers.decide',
    'requests.draft',
    'requests.decide',
    'evidence.upload',
    'proposals.read',
    'proposals.decide',
    'snapshots.read',
    'snapshots.prepare',
    'organizations.manage',
    'tenant.configure',
  ],
  'commission-checker': [
    ...commission,
    'papers.read',
    'bulletins.read',
    'bulletins.check',
    'bulletins.countersign',
    'petitions.oversee',
    'petitions.handle',
    'campaigns.check',
    'campaigns.countersign',
    'submissions.review',
    'reminders.urge',
    'registers.record',
    'registers.decide',
    'scoring.deduct',
    'proposals.read',
    'proposals.decide',
    'snapshots.read',
    'snapshots.check',
    'requests.check',
    'requests.countersign',
    'requests.decide',
    'evidence.upload',
  ],
  'commission-signer': [
    ...commission,
    'papers.read',
    'bulletins.read',
    'bulletins.sign',
    'petitions.oversee',
    'petitions.instruct',
    'campaigns.sign',
    'requests.sign',
    'proposals.read',
    'proposals.decide',
    'snapshots.read',
    'snapshots.approve',
    'evidence.upload',
  ],
  'bureau-reviewer': [
    ...commission,
    'bulletins.receive',
    'petitions.read',
    'petitions.write',
    'petitions.oversee',
    'petitions.handle',
    'petitions.instruct',
    'submissions.fill',
    'submissions.file',
    'submissions.review',
    'submissions.extend',
    'submissions.exempt',
    'submissions.register-paper',
    'reminders.urge',
    'registers.record',
    'registers.act',
    'registers.decide',
    'scoring.deduct',
    'proposals.read',
    'proposals.decide',
    'requests.draft',
    'requests.check',
    'requests.countersign',
    'requests.sign',
    'requests.decide',
    'requests.fill',
    'requests.file',
    'evidence.upload',
  ],
  'hospital-clerk': [
    ...hospital,
    'bulletins.receive',
    'petitions.read',
    'petitions.write',
    'scoring.answer',
    'submissions.fill',
    'submissions.file',
    'registers.record',
    'registers.act',
    'requests.fill',
    'requests.file',
    'evidence.upload',
  ],
  'hospital-department': [
    ...hospital,
    'submissions.fill',
    'submissions.sign-off',
    'registers.act',
    'requests.fill',
    'evidence.upload',
  ],
  'hospital-head': [
    ...hospital,
    'bulletins.receive',
    'petitions.read',
    'petitions.sign-off',
    'submissions.sign-off',
    'scoring.answer',
    'evidence.upload',
  ],
  'system-admin': [
    'organizations.read',
    'organizations.manage',
    'identity.manage',
    'identity.enroll',
    'reminders.configure',
    'tenant.configure',
  ],
  'security-admin': ['organizations.read', 'identity.manage', 'identity.authorize'],
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

/** Where a post of this role can stand: the commission, one unit, or the hosts above the regions. */
type Seat = 'commission' | 'commission-or-range' | 'unit' | 'control';

const seatByRole: Readonly<Record<Role, Seat>> = {
  'commission-drafter': 'commission',
  'commission-checker': 'commission',
  'commission-signer': 'commission',
  'bureau-reviewer': 'commission-or-range',
  'hospital-clerk': 'unit',
  'hospital-department': 'unit',
  'hospital-head': 'unit',
  'system-admin': 'commission',
  'security-admin': 'commission',
  'audit-admin': 'commission',
  'oversight-analyst': 'control',
  'platform-operator': 'control',
};

export type GrantFault = 'elsewhere' | 'unit-missing' | 'unit-needless' | 'reach-too-wide';

/** Why a post cannot be given like this: more than its role means, or in the wrong place. */
export function findGrantFault(
  scope: 'tenant' | 'control',
  { role, organizationId, relation }: { role: Role; organizationId?: string; relation?: string },
): GrantFault | undefined {
  const seat = seatByRole[role];
  if ((seat === 'control') !== (scope === 'control')) return 'elsewhere';
  const hasUnit = organizationId !== undefined;
  if (seat === 'unit' && !hasUnit) return 'unit-missing';
  if ((seat === 'commission' || seat === 'control') && hasUnit) return 'unit-needless';
  const isWide = relation !== undefined;
  return isWide && (seat === 'unit' || !hasUnit) ? 'reach-too-wide' : undefined;
}
