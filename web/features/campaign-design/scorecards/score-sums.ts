import { parsePoints } from '#plugins/sdk/points/points.ts';
import type { ScoreNode } from '#schema/contracts/campaign/scorecard.ts';

const pointsPattern = /^\d{1,5}(\.\d{1,4})?$/;

/** Units of 1/10,000 point; undefined while what is written is no figure. */
export const unitsOf = (text: string): number | undefined =>
  pointsPattern.test(text) ? parsePoints(text) : undefined;

/** What the items below come to; undefined while a figure below is none. */
export type Sums = { readonly base: number | undefined; readonly bonus: number | undefined };

const plus = (left: number | undefined, right: number | undefined): number | undefined =>
  left === undefined || right === undefined ? undefined : left + right;

export const sumsOf = (nodes: readonly ScoreNode[]): Sums => {
  let sums: Sums = { base: 0, bonus: 0 };
  for (const node of nodes) {
    const own = unitsOf(node.points);
    const isOf = (account: 'base' | 'bonus') =>
      node.type === 'criterion' && node.account === account;
    const bonus = node.type === 'group' ? sumsOf(node.children).bonus : isOf('bonus') ? own : 0;
    const base = node.type === 'group' || isOf('base') ? own : 0;
    sums = { base: plus(sums.base, base), bonus: plus(sums.bonus, bonus) };
  }
  return sums;
};

/** How deep a node stands: 0 on the card itself. */
export const depthOf = (nodes: readonly ScoreNode[], key: string): number => {
  if (nodes.some((node) => node.key === key)) return 0;
  for (const node of nodes) {
    const found = node.type === 'group' ? depthOf(node.children, key) : -1;
    if (found >= 0) return found + 1;
  }
  return -1;
};
