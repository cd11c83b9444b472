import type {
  Audience,
  organizationLevels,
  OrganizationKind,
  ownerships,
  RelationKind,
} from '#schema/contracts/campaign/audience.ts';

type Selection = {
  kinds?: OrganizationKind[];
  levels?: (typeof organizationLevels)[number][];
  ownership?: (typeof ownerships)[number][];
  tags?: string[];
  /** By which relation directly under the commission itself. */
  under?: RelationKind;
  and?: Audience[];
};

const institutionKinds: OrganizationKind[] = [
  'hospital',
  'township-health-centre',
  'community-health-centre',
  'public-health',
  'clinic',
];

function selection(kinds: OrganizationKind[], selected: Omit<Selection, 'kinds'>): Audience {
  const parts: Audience[] = [{ kind: kinds }];
  if (selected.levels) parts.push({ level: selected.levels });
  if (selected.ownership) parts.push({ ownership: selected.ownership });
  if (selected.tags) parts.push({ tag: selected.tags });
  if (selected.under) parts.push({ relation: selected.under, to: 'tenant' });
  parts.push(...(selected.and ?? []));
  const [only] = parts;
  return parts.length === 1 && only ? only : { all: parts };
}

/** Health institutions: `institutions({ kinds: ['hospital'], levels: ['tertiary', 'secondary'] })`. */
export function institutions(selected: Selection = {}): Audience {
  const { kinds = institutionKinds, ...rest } = selected;
  return selection(kinds, rest);
}

/** Lower commissions and bureaus: `bureaus({ under: 'supervision' })`. */
export function bureaus(
  selected: Omit<Selection, 'kinds' | 'levels' | 'ownership'> = {},
): Audience {
  return selection(['bureau'], selected);
}

/** The commission's own departments (处室、科室). */
export function departments(selected: Pick<Selection, 'tags' | 'and'> = {}): Audience {
  return selection(['department'], selected);
}

/** Units with one of these tags: `tagged('demonstration')`. */
export function tagged(...tags: string[]): Audience {
  return { tag: tags };
}

/** Units for which a dated fact holds: `withFact('beds', 'ge', 100)`. */
export function withFact(
  fact: string,
  op: 'eq' | 'ne' | 'ge' | 'le' | 'present',
  value?: string | number | boolean,
): Audience {
  return value === undefined ? { fact, op } : { fact, op, value };
}

/** Units in at least one of the groups: `anyOf(bureaus(), institutions())`. */
export function anyOf(...audiences: Audience[]): Audience {
  return { any: audiences };
}

/** Units in every one of the groups. */
export function allOf(...audiences: Audience[]): Audience {
  return { all: audiences };
}

/** Everyone else: `allOf(institutions(), not(tagged('military')))`. */
export function not(audience: Audience): Audience {
  return { not: audience };
}
