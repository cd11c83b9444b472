/** A node of the outline; the list is in document order and a parent stands before its children. */
type OutlineNode = { readonly key: string; readonly parent?: string | undefined };

export const outlineMoves = ['up', 'down', 'in', 'out'] as const;
export type OutlineMove = (typeof outlineMoves)[number];
export type OutlinePlace = 'before' | 'after' | 'inside';

/** The outline after a move: all keys in order, and the new parent of the one that was moved. */
export type MovedOutline = { readonly keys: string[]; readonly parent: string | undefined };

const parentOf = (nodes: readonly OutlineNode[], key: string) =>
  nodes.find((node) => node.key === key)?.parent;

/** A node and everything under it, in document order. */
export function branchOf(nodes: readonly OutlineNode[], key: string): string[] {
  const branch = new Set([key]);
  for (const node of nodes) {
    if (node.parent !== undefined && branch.has(node.parent)) branch.add(node.key);
  }
  return nodes.filter((node) => branch.has(node.key)).map((node) => node.key);
}

const siblingsOf = (nodes: readonly OutlineNode[], key: string) => {
  const parent = parentOf(nodes, key);
  return nodes.filter((node) => node.parent === parent).map((node) => node.key);
};

/** Puts a branch before, behind or as the last thing inside another node; never into itself. */
export function placeInOutline(
  nodes: readonly OutlineNode[],
  key: string,
  { target, place }: { target: string; place: OutlinePlace },
): MovedOutline | undefined {
  const branch = branchOf(nodes, key);
  if (branch.includes(target) || !nodes.some((node) => node.key === target)) return undefined;
  const rest = nodes.filter((node) => !branch.includes(node.key)).map((node) => node.key);
  const targetBranch = branchOf(nodes, target).filter((each) => !branch.includes(each));
  const last = targetBranch[targetBranch.length - 1] ?? target;
  const at = place === 'before' ? rest.indexOf(target) : rest.indexOf(last) + 1;
  rest.splice(at, 0, ...branch);
  return { keys: rest, parent: place === 'inside' ? target : parentOf(nodes, target) };
}

/**
 * One step in the outline: up and down among its siblings, `in` under the one before it, `out`
 * behind its parent. Nothing where there is no such step.
 */
export function stepInOutline(
  nodes: readonly OutlineNode[],
  key: string,
  move: OutlineMove,
): MovedOutline | undefined {
  const siblings = siblingsOf(nodes, key);
  const at = siblings.indexOf(key);
  const step = (target: string | undefined, place: OutlinePlace) =>
    target === undefined ? undefined : placeInOutline(nodes, key, { target, place });
  switch (move) {
    case 'up':
      return step(siblings[at - 1], 'before');
    case 'down':
      return step(siblings[at + 1], 'after');
    case 'in':
      return step(siblings[at - 1], 'inside');
    case 'out':
      return step(parentOf(nodes, key), 'after');
  }
}

const figures = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 20 → 二十, up to 99. */
export function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return figures[ones] ?? '';
  return `${tens === 1 ? '' : figures[tens]}十${figures[ones]}`;
}

const styles: readonly ((number: number) => string)[] = [
  (number) => inChinese(number),
  (number) => `（${inChinese(number)}）`,
  (number) => `${number}`,
  (number) => `（${number}）`,
];

/**
 * The numbers an official document would give: 一, （一）, 1, （1） by level. A node without a number,
 * such as the words before the first heading, keeps none and takes none from the others.
 */
export function numbersInOutline(
  nodes: readonly (OutlineNode & { readonly number: string })[],
): Map<string, string> {
  const counts = new Map<string | undefined, number>();
  const depths = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const { key, parent, number } of nodes) {
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(key, depth);
    if (number === '') continue;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    numbers.set(key, (styles[depth] ?? styles[styles.length - 1])?.(count) ?? '');
  }
  return numbers;
}
