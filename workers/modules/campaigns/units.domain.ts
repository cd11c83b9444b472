import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import type {
  Organization,
  OrganizationFact,
  OrganizationRelation,
} from '#schema/contracts/organizations.ts';

export type OrganizationBook = {
  readonly units: readonly Organization[];
  readonly facts: readonly (OrganizationFact & { organizationId: string })[];
  readonly relations: readonly (OrganizationRelation & { organizationId: string })[];
};

/** The units of the commission as the campaign language sees them. */
export function toUnitFacts(book: OrganizationBook): OrganizationFacts[] {
  const kinds = new Map(book.units.map(({ id, kind }) => [id, kind]));
  const facts = Map.groupBy(book.facts, ({ organizationId }) => organizationId);
  const relations = Map.groupBy(book.relations, ({ organizationId }) => organizationId);
  return book.units.map((unit) => ({
    id: unit.id,
    kind: unit.kind,
    level: unit.level ?? undefined,
    ownership: unit.ownership ?? undefined,
    tags: unit.tags,
    openOn: unit.openedOn ?? undefined,
    closedOn: unit.closedOn ?? undefined,
    facts: (facts.get(unit.id) ?? []).map(({ key, value, from, to }) => ({
      key,
      value,
      from,
      to: to ?? undefined,
    })),
    relations: (relations.get(unit.id) ?? []).map(({ relation, superiorId, from, to }) => ({
      relation,
      superiorId: superiorId ?? '',
      superiorIsTenant: superiorId === null,
      superiorKind: superiorId === null ? undefined : kinds.get(superiorId),
      from,
      to: to ?? undefined,
    })),
  }));
}
