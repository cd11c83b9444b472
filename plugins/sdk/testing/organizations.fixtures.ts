import type { OrganizationFacts } from '../audience/facts.ts';

/** A public tertiary hospital under the commission, unless changed. */
export function organization(
  changes: Partial<OrganizationFacts> & { id: string },
): OrganizationFacts {
  return {
    kind: 'hospital',
    level: 'tertiary',
    ownership: 'public',
    tags: [],
    facts: [],
    relations: [{ relation: 'supervision', superiorId: 'org_commission', superiorIsTenant: true }],
    ...changes,
  };
}
