import type {
  MoveGroup,
  MovePlace,
  MoveStage,
  MoveVerdict,
  MovableGroup,
  VerdictPlace,
} from '#schema/contracts/version-moves.ts';

/** One thing with its verdict; `sample` is it by number, where the reader may open it. */
export type Weighed = {
  stage: MoveStage;
  organizationId: string;
  verdict: MoveVerdict;
  sample?: { id: string; number: number } | undefined;
  /** Whether the reader may know that the unit has one at all. */
  isHidden?: boolean;
};

/** The group of a dry run that an office may choose to move. */
export function movableGroupOf(
  stage: MoveStage,
  kind: MoveVerdict['kind'],
): MovableGroup | undefined {
  if (kind === 'clean') return stage === 'open' ? 'open-clean' : 'arrived-clean';
  return kind === 'loses' && stage === 'open' ? 'open-loses' : undefined;
}

const samplesShown = 20;
const order: readonly MoveVerdict['kind'][] = ['clean', 'loses', 'stays'];

type Unit = MoveGroup['units'][number];

/** The units that the reader may know of: what he may not see is counted and nothing else. */
export function knownUnitsOf(weighed: readonly Weighed[]): string[] {
  const known = weighed.filter(({ verdict, isHidden }) => verdict.kind !== 'same' && !isHidden);
  return [...new Set(known.map(({ organizationId }) => organizationId))];
}

/** The dry run in groups: what moves as it is, what loses something, what stays and why. */
export function groupWeighed(
  weighed: readonly Weighed[],
  unitsInOrder: readonly Unit[],
): MoveGroup[] {
  const groups = new Map<string, Weighed[]>();
  for (const each of weighed) {
    const { kind, why = '' } = each.verdict;
    if (kind === 'same') continue;
    const key = [each.stage, kind, why].join(' ');
    const members = groups.get(key) ?? [];
    members.push(each);
    groups.set(key, members);
  }
  return [...groups.values()]
    .map((members) => toGroup(members, unitsInOrder))
    .toSorted(
      (left, right) =>
        order.indexOf(left.fate) - order.indexOf(right.fate) ||
        right.stage.localeCompare(left.stage),
    );
}

function toGroup(members: readonly Weighed[], unitsInOrder: readonly Unit[]): MoveGroup {
  const [first] = members;
  const verdict = first?.verdict;
  const known = new Set(knownUnitsOf(members));
  return {
    stage: first?.stage ?? 'open',
    // `same` was left out before.
    fate: verdict === undefined || verdict.kind === 'same' ? 'stays' : verdict.kind,
    ...(verdict?.why === undefined ? {} : { why: verdict.why }),
    items: members.length,
    hidden: members.filter(({ isHidden }) => isHidden).length,
    units: unitsInOrder.filter(({ id }) => known.has(id)),
    samples: members.flatMap(({ sample }) => sample ?? []).slice(0, samplesShown),
    losses: countPlaces(members.map((each) => each.verdict.losses)),
    incomplete: countPlaces(members.map((each) => each.verdict.incomplete)),
  };
}

function countPlaces(lists: readonly (readonly VerdictPlace[])[]): MovePlace[] {
  const places = new Map<string, MovePlace>();
  for (const place of lists.flat()) {
    const items = (places.get(place.path)?.items ?? 0) + 1;
    places.set(place.path, { ...place, items });
  }
  return [...places.values()];
}
