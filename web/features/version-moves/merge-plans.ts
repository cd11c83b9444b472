import { moveFates, moveStages, stayReasons } from '#schema/contracts/version-moves.ts';
import type { MoveGroup, MovePlace, MovePlan } from '#schema/contracts/version-moves.ts';

const samplesShown = 20;

const keyOf = ({ stage, fate, why }: MoveGroup): string => [stage, fate, why ?? ''].join(' ');

const placeOf = ({ stage, fate, why }: MoveGroup): number =>
  (moveFates.indexOf(fate) * moveStages.length + moveStages.indexOf(stage)) *
    (stayReasons.length + 1) +
  (why === undefined ? 0 : stayReasons.indexOf(why) + 1);

/** A dry run so far with its next page: each unit once, whichever pages it stands in. */
export function mergePlans(before: MovePlan, page: MovePlan): MovePlan {
  const { next: _next, ...rest } = before;
  return {
    ...rest,
    weighed: before.weighed + page.weighed,
    unchanged: before.unchanged + page.unchanged,
    groups: mergeBy(keyOf, mergeGroups, before.groups, page.groups).toSorted(
      (left, right) => placeOf(left) - placeOf(right),
    ),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

function mergeGroups(before: MoveGroup, page: MoveGroup): MoveGroup {
  return {
    ...before,
    items: before.items + page.items,
    hidden: before.hidden + page.hidden,
    units: mergeBy(
      ({ id }) => id,
      (known) => known,
      before.units,
      page.units,
    ).toSorted((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1)),
    samples: [...before.samples, ...page.samples].slice(0, samplesShown),
    losses: mergePlaces(before.losses, page.losses),
    incomplete: mergePlaces(before.incomplete, page.incomplete),
  };
}

const mergePlaces = (before: readonly MovePlace[], page: readonly MovePlace[]): MovePlace[] =>
  mergeBy(
    ({ path }) => path,
    (known, more) => ({ ...known, items: known.items + more.items }),
    before,
    page,
  );

/** Both lists as one; what has the same key in both is made one. */
function mergeBy<Item>(
  keyIn: (item: Item) => string,
  merge: (known: Item, more: Item) => Item,
  ...lists: readonly (readonly Item[])[]
): Item[] {
  const found = new Map<string, Item>();
  for (const item of lists.flat()) {
    const key = keyIn(item);
    const known = found.get(key);
    found.set(key, known === undefined ? item : merge(known, item));
  }
  return [...found.values()];
}
