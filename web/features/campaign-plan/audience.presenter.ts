import type {
  Audience,
  OrganizationKind,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';

type Level = (typeof organizationLevels)[number];
type Ownership = (typeof ownerships)[number];

/** What the fields of an audience hold: each narrows, and an empty one asks for nothing. */
export type AudienceFields = {
  readonly kinds: readonly OrganizationKind[];
  readonly levels: readonly Level[];
  readonly ownerships: readonly Ownership[];
  /** `supervision:tenant`, `territory:any-bureau`, or empty. */
  readonly relation: string;
  /** Bureaus and other superiors whose units are meant. */
  readonly under: readonly string[];
  readonly tags: readonly string[];
};

export const relationChoices = [
  { value: 'supervision:tenant', name: 'supervision-tenant' },
  { value: 'supervision:any-bureau', name: 'supervision-any-bureau' },
  { value: 'territory:tenant', name: 'territory-tenant' },
  { value: 'territory:any-bureau', name: 'territory-any-bureau' },
] as const;

export const noAudience: AudienceFields = {
  kinds: [],
  levels: [],
  ownerships: [],
  relation: '',
  under: [],
  tags: [],
};

/** Named superiors stand as one of several: 甲局或乙局主管. */
const superiorsOf = (part: Audience): string[] | undefined => {
  const each = 'any' in part ? part.any : [part];
  const found = each.map((one) =>
    'relation' in one && one.relation === 'supervision' && typeof one.to === 'object'
      ? one.to.organization
      : undefined,
  );
  return found.length > 0 && found.every((id) => id !== undefined) ? found : undefined;
};

const readPart = (found: AudienceFields, part: Audience): AudienceFields | undefined => {
  if ('kind' in part && found.kinds.length === 0) return { ...found, kinds: part.kind };
  if ('level' in part && found.levels.length === 0) return { ...found, levels: part.level };
  if ('ownership' in part && found.ownerships.length === 0) {
    return { ...found, ownerships: part.ownership };
  }
  if ('tag' in part && found.tags.length === 0) return { ...found, tags: part.tag };
  if ('relation' in part && typeof part.to === 'string' && found.relation === '') {
    const relation = `${part.relation}:${part.to}`;
    const isKnown = relationChoices.some(({ value }) => value === relation);
    return isKnown ? { ...found, relation } : undefined;
  }
  const under = superiorsOf(part);
  return under && found.under.length === 0 ? { ...found, under } : undefined;
};

/** The fields of an audience; nothing where it says what the fields cannot. */
export const readAudienceFields = (audience: Audience): AudienceFields | undefined =>
  ('all' in audience ? audience.all : [audience]).reduce<AudienceFields | undefined>(
    (found, part) => found && readPart(found, part),
    noAudience,
  );

const relationOf = (text: string): Audience[] => {
  const [relation, to] = text.split(':');
  if (relation !== 'supervision' && relation !== 'territory') return [];
  return to === 'tenant' || to === 'any-bureau' ? [{ relation, to }] : [];
};

const oneOf = (audiences: Audience[]): Audience[] => {
  const [only] = audiences;
  if (only === undefined) return [];
  return audiences.length === 1 ? [only] : [{ any: audiences }];
};

export const writeAudienceFields = (fields: AudienceFields): Audience => {
  const parts: Audience[] = [
    ...(fields.kinds.length > 0 ? [{ kind: [...fields.kinds] }] : []),
    ...(fields.levels.length > 0 ? [{ level: [...fields.levels] }] : []),
    ...(fields.ownerships.length > 0 ? [{ ownership: [...fields.ownerships] }] : []),
    ...(fields.tags.length > 0 ? [{ tag: [...fields.tags] }] : []),
    ...relationOf(fields.relation),
    ...oneOf(
      fields.under.map((organization) => ({ relation: 'supervision', to: { organization } })),
    ),
  ];
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { all: parts };
};
