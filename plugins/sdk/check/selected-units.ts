import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { selectAudience } from '../audience/select.ts';
import type { Day } from '../dates/days.ts';

/** The units that audiences mean on one day. */
export type SelectedUnits = {
  of(audience: Audience): ReadonlySet<string>;
  /** How many units two audiences both mean. */
  inBoth(one: Audience, other: Audience): number;
};

/**
 * Each audience is selected once however many tasks have it, and each two are compared once: a
 * campaign has hundreds of tasks and few audiences, a commission thousands of units.
 */
export function selectUnits(organizations: readonly OrganizationFacts[], asOf: Day): SelectedUnits {
  const selections = new Map<string, ReadonlySet<string>>();
  const shared = new Map<string, number>();
  const select = (audience: Audience, name: string): ReadonlySet<string> => {
    const known = selections.get(name);
    if (known) return known;
    const ids = new Set(selectAudience(audience, organizations, asOf).map(({ id }) => id));
    selections.set(name, ids);
    return ids;
  };
  return {
    of: (audience) => select(audience, JSON.stringify(audience)),
    inBoth(one, other) {
      const names = [JSON.stringify(one), JSON.stringify(other)] as const;
      const units = select(one, names[0]);
      if (names[0] === names[1]) return units.size;
      const pair = names.join('\n');
      const known = shared.get(pair);
      if (known !== undefined) return known;
      const others = select(other, names[1]);
      const count = [...units].filter((id) => others.has(id)).length;
      shared.set(pair, count);
      return count;
    },
  };
}
