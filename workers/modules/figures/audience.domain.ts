import { organizationKinds, organizationLevels } from '#schema/contracts/campaign/audience.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';

/** A class of units, from the words of an address; everybody where it names none. */
export function audienceOf(
  kinds: string | undefined,
  levels: string | undefined,
): Audience | undefined {
  const kind = organizationKinds.filter((each) => kinds?.split(',').includes(each));
  const level = organizationLevels.filter((each) => levels?.split(',').includes(each));
  const all: Audience[] = [
    ...(kind.length > 0 ? [{ kind }] : []),
    ...(level.length > 0 ? [{ level }] : []),
  ];
  return all.length > 0 ? { all } : undefined;
}
