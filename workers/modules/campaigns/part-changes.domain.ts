import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { ChangeParts } from '#schema/contracts/campaigns.ts';

type Place = { kind: CampaignPartKind; key: string };
type Standing = Place & { position: number; version: number };
type Seen = Place & { version: number };
type Added = NonNullable<ChangeParts['add']>[number] & { body: { key: string } };

/** A change whose bodies the contract of their kinds has accepted. */
export type AcceptedChange = Omit<ChangeParts, 'add'> & { add?: readonly Added[] };

export type PlannedParts = {
  status: 'planned';
  added: readonly (Place & { position: number; body: unknown })[];
  /** The parts that stand elsewhere afterwards, by kind and key. */
  moved: ReadonlyMap<CampaignPartKind, ReadonlyMap<string, number>>;
};
export type RefusedParts = {
  status: 'refused';
  code: 'campaigns.part_not_found' | 'campaigns.stale_part' | 'campaigns.stale_order';
  part: Place;
};
export type TakenKey = { status: 'refused'; code: 'campaigns.part_exists'; part: Place };

const sameKeys = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((key, index) => key === right[index]);

const sorted = (keys: readonly string[]) => keys.toSorted();

/** Document order: parts at one place stand by their keys. */
function keysOf(parts: readonly Standing[], kind: CampaignPartKind): string[] {
  return parts
    .filter((part) => part.kind === kind)
    .toSorted((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

function refuseSeen(parts: readonly Standing[], seen: readonly Seen[]): RefusedParts | undefined {
  for (const { kind, key, version } of seen) {
    const part = parts.find((each) => each.kind === kind && each.key === key);
    const found = { status: 'refused', part: { kind, key } } as const;
    if (part === undefined) return { ...found, code: 'campaigns.part_not_found' };
    if (part.version !== version) return { ...found, code: 'campaigns.stale_part' };
  }
  return undefined;
}

/** The keys of a kind as they stand when the change is done; nothing where a place is not there. */
function putIn(keys: readonly string[], added: readonly Added[]): string[] | undefined {
  const list = [...keys];
  for (const { after, body } of added) {
    const behind = after === null || after === undefined ? -1 : list.indexOf(after);
    if (behind === -1 && typeof after === 'string') return undefined;
    list.splice(after === undefined ? list.length : behind + 1, 0, body.key);
  }
  return list;
}

function inOrder(
  parts: readonly Standing[],
  change: AcceptedChange,
  kind: CampaignPartKind,
): string[] | RefusedParts | TakenKey {
  const now = keysOf(parts, kind);
  const gone = (change.remove ?? []).filter((each) => each.kind === kind).map(({ key }) => key);
  const added = (change.add ?? []).filter((each) => each.kind === kind);
  const left = now.filter((key) => !gone.includes(key));
  const twice = added.find(
    ({ body }, index) =>
      left.includes(body.key) || added.findIndex((each) => each.body.key === body.key) !== index,
  );
  if (twice) return { status: 'refused', code: 'campaigns.part_exists', part: placeOf(twice) };
  const list = putIn(left, added);
  if (list === undefined) {
    const part = { kind, key: added[0]?.body.key ?? '' };
    return { status: 'refused', code: 'campaigns.part_not_found', part };
  }
  const order = change.order?.find((each) => each.kind === kind);
  if (order === undefined) return list;
  const isOld = !sameKeys(order.seen, now) || !sameKeys(sorted(order.keys), sorted(list));
  if (!isOld) return order.keys;
  return { status: 'refused', code: 'campaigns.stale_order', part: { kind, key: kind } };
}

const placeOf = ({ kind, body }: Added): Place => ({ kind, key: body.key });

/** Places that rise along the order; whoever stands right already is not moved. */
function numbered(keys: readonly string[], positions: ReadonlyMap<string, number>) {
  let last = -1;
  return keys.map((key) => {
    const own = positions.get(key);
    last = own !== undefined && own > last ? own : last + 1;
    return { key, position: last, isMoved: own !== last };
  });
}

/** What a change of several parts comes to over the parts as they stand, or why it cannot be. */
export function planParts(
  parts: readonly Standing[],
  change: AcceptedChange,
): PlannedParts | RefusedParts | TakenKey {
  const refused = refuseSeen(parts, [...(change.save ?? []), ...(change.remove ?? [])]);
  if (refused) return refused;
  const structural = [...(change.add ?? []), ...(change.order ?? [])];
  const added: (Place & { position: number; body: unknown })[] = [];
  const moved = new Map<CampaignPartKind, Map<string, number>>();
  for (const kind of new Set(structural.map((each) => each.kind))) {
    const keys = inOrder(parts, change, kind);
    if (!Array.isArray(keys)) return keys;
    const own = parts.filter((part) => part.kind === kind);
    const places = numbered(keys, new Map(own.map(({ key, position }) => [key, position])));
    const bodies = new Map(
      (change.add ?? []).filter((each) => each.kind === kind).map(({ body }) => [body.key, body]),
    );
    for (const { key, position, isMoved } of places) {
      const body = bodies.get(key);
      if (body !== undefined) added.push({ kind, key, position, body });
      else if (isMoved) moved.set(kind, (moved.get(kind) ?? new Map()).set(key, position));
    }
  }
  return { status: 'planned', added, moved };
}
