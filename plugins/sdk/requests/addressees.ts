import type { AddresseePart, Recipients } from '#schema/contracts/requests.ts';
import { isOpenOn, type OrganizationFacts } from '../audience/facts.ts';
import { isInAudience } from '../audience/select.ts';
import type { Day } from '../dates/days.ts';

export type Addressee<T extends OrganizationFacts> = { unit: T; part: AddresseePart };

export type Addressees<T extends OrganizationFacts> = {
  /** In the order of the units given, which is the official one. */
  reached: Addressee<T>[];
  /** Named units that are not there, closed, or outside the issuer's range. */
  foreign: string[];
  /** Units of the audience outside the issuer's range, left out. */
  outOfRange: number;
};

/**
 * Whom a request reaches on a day: the units of its audience and those it names, as far as the issuer
 * reaches. A name gives the part; whom only the audience means replies.
 */
export function addresseesOf<T extends OrganizationFacts>(
  to: Recipients,
  units: readonly T[],
  { day, isInRange }: { day: Day; isInRange: (unit: T) => boolean },
): Addressees<T> {
  const named = new Map(to.units.map(({ organizationId, part }) => [organizationId, part]));
  const { audience } = to;
  const meant = units.filter(
    (unit) =>
      (named.has(unit.id) && isOpenOn(unit, day)) ||
      (audience !== undefined && isInAudience(audience, unit, day)),
  );
  const inRange = meant.filter(isInRange);
  const reached = inRange.map((unit) => ({ unit, part: named.get(unit.id) ?? 'reply' }));
  const ids = new Set(inRange.map(({ id }) => id));
  return {
    reached,
    foreign: [...named.keys()].filter((id) => !ids.has(id)),
    outOfRange: meant.filter((unit) => !isInRange(unit) && !named.has(unit.id)).length,
  };
}

/** 配合 units sign for a request and owe no reply. */
export function owesReply({ part }: { part: AddresseePart }): boolean {
  return part !== 'support';
}
