import type { Audience, OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { Day } from '../dates/days.ts';
import { holdsOn, isOpenOn, type OrganizationFacts } from './facts.ts';

type FactAudience = Extract<Audience, { fact: string }>;
type RelationAudience = Extract<Audience, { relation: string }>;

function hasFact(audience: FactAudience, organization: OrganizationFacts, day: Day): boolean {
  const fact = organization.facts.find((each) => each.key === audience.fact && holdsOn(each, day));
  const { fact: field, op, value } = audience;
  return evaluateCondition({ field, op, value }, { [field]: fact?.value });
}

function hasRelation(
  audience: RelationAudience,
  organization: OrganizationFacts,
  day: Day,
): boolean {
  return organization.relations.some((each) => {
    if (each.relation !== audience.relation || !holdsOn(each, day)) return false;
    if (audience.to === 'tenant') return each.superiorIsTenant;
    if (audience.to === 'any-bureau')
      return !each.superiorIsTenant && each.superiorKind === 'bureau';
    return each.superiorId === audience.to.organization;
  });
}

function matches(audience: Audience, organization: OrganizationFacts, day: Day): boolean {
  if ('all' in audience) return audience.all.every((each) => matches(each, organization, day));
  if ('any' in audience) return audience.any.some((each) => matches(each, organization, day));
  if ('not' in audience) return !matches(audience.not, organization, day);
  if ('kind' in audience) return audience.kind.includes(organization.kind);
  if ('level' in audience) {
    return organization.level !== undefined && audience.level.includes(organization.level);
  }
  if ('ownership' in audience) {
    return (
      organization.ownership !== undefined && audience.ownership.includes(organization.ownership)
    );
  }
  if ('tag' in audience) return audience.tag.some((tag) => organization.tags.includes(tag));
  if ('fact' in audience) return hasFact(audience, organization, day);
  return hasRelation(audience, organization, day);
}

/** Whether a unit, open on that day, belongs to the audience. */
export function isInAudience(
  audience: Audience,
  organization: OrganizationFacts,
  day: Day,
): boolean {
  return isOpenOn(organization, day) && matches(audience, organization, day);
}

/** The units an audience means on a day, in the order given: `selectAudience(audience, units, day)`. */
export function selectAudience<T extends OrganizationFacts>(
  audience: Audience,
  organizations: readonly T[],
  day: Day,
): T[] {
  return organizations.filter((each) => isInAudience(audience, each, day));
}

/** How many units an audience means on a day, in all and by kind. */
export function countAudience(
  audience: Audience,
  organizations: readonly OrganizationFacts[],
  day: Day,
): { total: number; byKind: Partial<Record<OrganizationKind, number>> } {
  const selected = selectAudience(audience, organizations, day);
  const byKind: Partial<Record<OrganizationKind, number>> = {};
  for (const { kind } of selected) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return { total: selected.length, byKind };
}
