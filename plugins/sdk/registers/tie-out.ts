import { countedRelations } from '#schema/contracts/campaign/register.ts';
import type { CountedRelation, Register } from '#schema/contracts/campaign/register.ts';
import { addTotals, noTotals, type RegisterTotals } from './totals.ts';

/** A unit's place in the tree of one relation: ids from the top, each followed by `/`. */
export type PlacedTotals = { path: string; totals: RegisterTotals };
export type NodeTotals = { own: RegisterTotals; total: RegisterTotals };

/** The paths above and including one: `a/b/` gives ``, `a/` and `a/b/`. */
export function pathsAbove(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}

/**
 * Totals of every node of one relation's tree: its own entries, and with everything below it. A unit
 * that has no place in the relation counts for the commission (`''`) and for nobody else.
 */
export function rollUpTotals(placed: readonly PlacedTotals[]): Map<string, NodeTotals> {
  const nodes = new Map<string, NodeTotals>();
  const nodeAt = (path: string) => nodes.get(path) ?? { own: noTotals, total: noTotals };
  for (const { path, totals } of placed) {
    for (const each of pathsAbove(path)) {
      const { own, total } = nodeAt(each);
      nodes.set(each, {
        own: each === path ? addTotals(own, totals) : own,
        total: addTotals(total, totals),
      });
    }
  }
  return nodes;
}

/** The relations a register is counted in: those it names, else the one it stands in, else 主管. */
export function relationsOf({ relation, relations }: Register): readonly CountedRelation[] {
  if (relations !== undefined) return [...new Set(relations)];
  return [countedRelations.find((each) => each === relation) ?? 'supervision'];
}
