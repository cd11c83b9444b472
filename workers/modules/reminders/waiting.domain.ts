import type { Authority, Grant, Permission } from '#schema/contracts/permission.ts';
import type { Waiting, WaitingKind } from '#schema/contracts/reminders.ts';

/** What lies open at one unit. */
export type UnitTally = {
  overdue: number;
  soon: number;
  returned: number;
  signFor: number;
  /** Answers to what the unit wrote upward that nobody has signed for. */
  answers: number;
  /** Papers upward that wait for the head's signature. */
  petitionSign: number;
  /** Steps of the inner sign-off, by the post whose turn it is. */
  signOff: ReadonlyMap<string, number>;
};

/** Steps of the authorities' approvals whose turn it is. */
export type OpenStep = {
  subjectKind: string;
  role: string;
  organizationId: string | null;
  count: number;
};

/** What only a person's own range tells. */
export type RangeTally = {
  review: number;
  /** 双人复核 in which two others differ. */
  rulings: number;
  replies: number;
  petitions: number;
  proposals: number;
};

export const emptyTally: UnitTally = {
  overdue: 0,
  soon: 0,
  returned: 0,
  signFor: 0,
  answers: 0,
  petitionSign: 0,
  signOff: new Map(),
};

const has = ({ permissions }: Grant, permission: Permission) => permissions.includes(permission);

/** Units in which a person fills in or signs, not those merely within reach. */
export function ownUnits({ grants }: Authority): string[] {
  const own = grants.filter(
    (grant) => has(grant, 'submissions.fill') || has(grant, 'submissions.sign-off'),
  );
  return [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
}

/** Issuers for whom a person looks at replies; '' is the commission, which has posts of its own. */
export function ownIssuers(person: Authority): string[] {
  return ownOffices(person, 'requests.decide');
}

/** Offices for which a person handles what units write upward. */
export function ownAddressees(person: Authority): string[] {
  return ownOffices(person, 'petitions.handle');
}

function ownOffices({ grants }: Authority, permission: Permission): string[] {
  const holding = grants.filter(
    (grant) =>
      has(grant, permission) && (grant.organizationId !== null || grant.role !== 'bureau-reviewer'),
  );
  return [...new Set(holding.map(({ organizationId }) => organizationId ?? ''))];
}

const postsOf: Readonly<Record<string, readonly string[]>> = {
  'hospital-clerk': ['filler'],
  'hospital-department': ['department-head'],
  'hospital-head': ['department-head', 'deputy-head', 'head'],
};

const stepPermissions: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  'campaign-draft': {
    checker: 'campaigns.check',
    countersigner: 'campaigns.countersign',
    signer: 'campaigns.sign',
  },
  request: {
    checker: 'requests.check',
    countersigner: 'requests.countersign',
    signer: 'requests.sign',
  },
  bulletin: {
    checker: 'bulletins.check',
    countersigner: 'bulletins.countersign',
    signer: 'bulletins.sign',
  },
  snapshot: { 'commission-checker': 'snapshots.check', 'commission-signer': 'snapshots.approve' },
};

function isMine({ grants }: Authority, { subjectKind, role, organizationId }: OpenStep): boolean {
  const permission = stepPermissions[subjectKind]?.[role];
  if (permission === undefined) return false;
  return grants.some((grant) => has(grant, permission) && grant.organizationId === organizationId);
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

function signOffOf(person: Authority, tallies: ReadonlyMap<string, UnitTally>): number {
  const seats = new Set(
    person.grants.flatMap(({ role, organizationId }) =>
      (postsOf[role] ?? []).map((post) => `${organizationId} ${post}`),
    ),
  );
  return sumOf([...seats], (seat) => {
    const [unit = '', post = ''] = seat.split(' ');
    return tallies.get(unit)?.signOff.get(post) ?? 0;
  });
}

function petitionSignOf({ grants }: Authority, tallies: ReadonlyMap<string, UnitTally>): number {
  const signing = grants.filter((grant) => has(grant, 'petitions.sign-off'));
  const units = new Set(signing.flatMap(({ organizationId }) => organizationId ?? []));
  return sumOf([...units], (unit) => tallies.get(unit)?.petitionSign ?? 0);
}

const places: Readonly<Record<WaitingKind, string>> = {
  overdue: '/',
  'due-soon': '/',
  returned: '/',
  'sign-for': '/',
  answers: '/petitions',
  'sign-off': '/',
  'petition-sign': '/petitions',
  rulings: '/console/reviews?state=ruling',
  review: '/console/reviews',
  replies: '/console/requests',
  petitions: '/console/petitions',
  approve: '/console/',
  proposals: '/console/proposals',
};

/** What waits for a person, the most urgent first; what is empty is not named. */
export function waitingOf(
  person: Authority,
  facts: {
    units: ReadonlyMap<string, UnitTally>;
    steps: readonly OpenStep[];
    range: RangeTally | undefined;
  },
): Waiting[] {
  const units = ownUnits(person).map((id) => facts.units.get(id) ?? emptyTally);
  const files = person.grants.some((grant) => has(grant, 'submissions.file'));
  const own = (count: (tally: UnitTally) => number) => (files ? sumOf(units, count) : 0);
  const counts: Record<WaitingKind, number> = {
    overdue: own(({ overdue }) => overdue),
    returned: own(({ returned }) => returned),
    'due-soon': own(({ soon }) => soon),
    'sign-for': own(({ signFor }) => signFor),
    answers: own(({ answers }) => answers),
    'sign-off': signOffOf(person, facts.units),
    'petition-sign': petitionSignOf(person, facts.units),
    rulings: facts.range?.rulings ?? 0,
    review: facts.range?.review ?? 0,
    replies: facts.range?.replies ?? 0,
    petitions: facts.range?.petitions ?? 0,
    approve: sumOf(
      facts.steps.filter((step) => isMine(person, step)),
      ({ count }) => count,
    ),
    proposals: facts.range?.proposals ?? 0,
  };
  const kinds = Object.keys(counts) as WaitingKind[];
  return kinds.flatMap((kind) =>
    counts[kind] > 0 ? [{ kind, count: counts[kind], href: places[kind] }] : [],
  );
}
