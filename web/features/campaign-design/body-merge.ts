/** Keys of properties and, inside a list, the `key` of the item. */
export type BodyPath = readonly string[];

export type BodyConflict = {
  readonly path: BodyPath;
  readonly mine: unknown;
  readonly theirs: unknown;
};

type Plain = Readonly<Record<string, unknown>>;
type Keyed = Plain & { readonly key: string };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKeyed = (value: unknown): value is Keyed => isPlain(value) && typeof value.key === 'string';

const isKeyedList = (value: unknown): value is readonly Keyed[] =>
  Array.isArray(value) && value.every(isKeyed) && new Set(keysOf(value)).size === value.length;

const keysOf = (list: readonly Keyed[]): string[] => list.map(({ key }) => key);

/** Two values of plain JSON say the same; a property that is undefined is none. */
export const sameBody = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((each, at) => sameBody(each, right[at]));
  }
  if (!isPlain(left) || !isPlain(right)) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
    sameBody(left[name], right[name]),
  );
};

type Three = { base: unknown; mine: unknown; theirs: unknown; path: BodyPath };

/** Theirs in its order unless I moved something; what either added stands behind the same item. */
const orderOf = (base: readonly Keyed[], mine: readonly Keyed[], theirs: readonly Keyed[]) => {
  const moved = (list: readonly Keyed[]) => {
    const known = new Set(keysOf(base));
    const held = new Set(keysOf(list));
    const now = keysOf(list).filter((key) => known.has(key));
    const before = keysOf(base).filter((key) => held.has(key));
    return now.join('/') !== before.join('/');
  };
  const [lead, other] = moved(mine) ? [mine, theirs] : [theirs, mine];
  const order = keysOf(lead);
  keysOf(other).forEach((key, at) => {
    if (order.includes(key)) return;
    const behind = order.indexOf(keysOf(other)[at - 1] ?? '');
    order.splice(behind < 0 && at > 0 ? order.length : behind + 1, 0, key);
  });
  return order;
};

const mergeLists = (
  lists: Record<'base' | 'mine' | 'theirs', readonly Keyed[]>,
  path: BodyPath,
) => {
  const conflicts: BodyConflict[] = [];
  const find = (list: readonly Keyed[], key: string) => list.find((each) => each.key === key);
  const items = orderOf(lists.base, lists.mine, lists.theirs).flatMap((key) => {
    const merged = merge({
      base: find(lists.base, key),
      mine: find(lists.mine, key),
      theirs: find(lists.theirs, key),
      path: [...path, key],
    });
    conflicts.push(...merged.conflicts);
    return merged.body === undefined ? [] : [merged.body];
  });
  return { body: items, conflicts };
};

const mergePlain = (base: Plain, mine: Plain, theirs: Plain, path: BodyPath) => {
  const conflicts: BodyConflict[] = [];
  const body: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const three = { base: base[name], mine: mine[name], theirs: theirs[name] };
    const merged = merge({ ...three, path: [...path, name] });
    conflicts.push(...merged.conflicts);
    if (merged.body !== undefined) body[name] = merged.body;
  }
  return { body, conflicts };
};

function merge({ base, mine, theirs, path }: Three): {
  body: unknown;
  conflicts: BodyConflict[];
} {
  if (sameBody(mine, theirs) || sameBody(base, theirs)) return { body: mine, conflicts: [] };
  if (sameBody(base, mine)) return { body: theirs, conflicts: [] };
  if (isKeyedList(mine) && isKeyedList(theirs)) {
    return mergeLists({ base: isKeyedList(base) ? base : [], mine, theirs }, path);
  }
  if (isPlain(mine) && isPlain(theirs)) {
    return mergePlain(isPlain(base) ? base : {}, mine, theirs, path);
  }
  return { body: mine, conflicts: [{ path, mine, theirs }] };
}

/**
 * Three versions of one part: what both began with, mine, and what somebody else has saved. What only
 * one of us changed merges by itself; where both did, mine stays until I choose.
 */
export const mergeBodies = <Body>(
  base: Body,
  mine: Body,
  theirs: Body,
): { body: Body; conflicts: readonly BodyConflict[] } => {
  const merged = merge({ base, mine, theirs, path: [] });
  // Merging only takes whole values of three bodies that have the same shape.
  return { body: merged.body as Body, conflicts: merged.conflicts };
};

const putInto = (holder: unknown, path: BodyPath, value: unknown): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(holder)) {
    const items = holder.map((each: unknown) =>
      isKeyed(each) && each.key === name ? putInto(each, rest, value) : each,
    );
    const isKnown = holder.some((each) => isKeyed(each) && each.key === name);
    const all = isKnown ? items : [...items, value];
    return all.filter((each) => each !== undefined);
  }
  const { [name]: before, ...others } = isPlain(holder) ? holder : {};
  const after = putInto(before, rest, value);
  return after === undefined ? others : { ...others, [name]: after };
};

/** The body with one value put where a conflict was; undefined takes it out. */
export const putAt = <Body>(body: Body, path: BodyPath, value: unknown): Body =>
  // The value was read from the same place of a body of the same kind.
  putInto(body, path, value) as Body;

/** What stands at a path; nothing where the path leads nowhere. */
export const valueIn = (body: unknown, path: BodyPath): unknown =>
  path.reduce<unknown>((holder, name) => {
    if (Array.isArray(holder)) return holder.find((each) => isKeyed(each) && each.key === name);
    return isPlain(holder) ? holder[name] : undefined;
  }, body);
