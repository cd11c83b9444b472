import type {
  organizationLevels,
  OrganizationKind,
  ownerships,
  RelationKind,
} from '#schema/contracts/campaign/audience.ts';
import type { Day } from '../dates/days.ts';

type Dated = { from?: Day | undefined; to?: Day | undefined };

export type OrganizationRelation = Dated & {
  relation: RelationKind;
  superiorId: string;
  /** The superior is the commission itself. */
  superiorIsTenant: boolean;
  superiorKind?: OrganizationKind | undefined;
};

export type OrganizationFact = Dated & { key: string; value: string | number | boolean };

/** What is known of a unit; relations and facts hold between their days, both included. */
export type OrganizationFacts = {
  id: string;
  kind: OrganizationKind;
  level?: (typeof organizationLevels)[number] | undefined;
  ownership?: (typeof ownerships)[number] | undefined;
  tags: readonly string[];
  facts: readonly OrganizationFact[];
  relations: readonly OrganizationRelation[];
  openOn?: Day | undefined;
  closedOn?: Day | undefined;
};

/** True when something dated holds on the day. */
export function holdsOn({ from, to }: Dated, day: Day): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** A unit is open from its first day up to and including the day it closed. */
export function isOpenOn(organization: OrganizationFacts, day: Day): boolean {
  return holdsOn({ from: organization.openOn, to: organization.closedOn }, day);
}
