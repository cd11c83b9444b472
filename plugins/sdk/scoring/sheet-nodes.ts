import type { ScoreBound, ScoreLine, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import { changeOf } from './caps.ts';
import type { CompiledGroup, CompiledNode, Draft, Item } from './compiled.ts';
import { scoreOf } from './item.ts';
import { reasonOf } from './phrases.ts';

function lineOf(draft: Draft): ScoreLine {
  const { rule, amount, counted, phrase, eventIds, materials, recordedBy } = draft;
  return {
    rule: rule.key,
    effect: rule.effect,
    amount,
    counted,
    reason: reasonOf(rule.effect, amount, counted, phrase),
    words: rule.words,
    source: rule.source,
    eventIds,
    materials,
    recordedBy,
  };
}

function stateOf(item: Item): SheetNode['state'] {
  if (item.pending) return 'pending';
  return item.notApplicable ? 'not-applicable' : 'scored';
}

/** The node of one item: its figures, its reasons, and which limits bound. */
export function criterionNode(item: Item): SheetNode {
  const { criterion, drafts, bounds } = item;
  const { definition, full, floor } = criterion;
  const { account } = definition;
  const hasNoPart = item.notApplicable !== undefined;
  const reached = hasNoPart ? full : scoreOf(item);
  const score = hasNoPart || item.isGateShut ? reached : Math.max(reached, floor);
  if (score > reached) bounds.push({ kind: 'floor', limit: floor, change: score - reached });
  return {
    type: 'criterion',
    key: definition.key,
    title: definition.title,
    account,
    state: stateOf(item),
    full,
    deduction: account === 'bonus' ? 0 : full - score,
    bonus: account === 'bonus' ? score : 0,
    score,
    lines: hasNoPart ? [] : drafts.map(lineOf),
    bounds,
    note: item.pending ?? item.notApplicable,
    children: [],
  };
}

function groupState(children: readonly SheetNode[]): SheetNode['state'] {
  if (children.some(({ state }) => state === 'pending')) return 'pending';
  return children.every(({ state }) => state === 'not-applicable') ? 'not-applicable' : 'scored';
}

type Sums = Pick<SheetNode, 'full' | 'deduction' | 'bonus'>;

export function sumNodes(nodes: readonly SheetNode[]): Sums {
  const sums: Sums = { full: 0, deduction: 0, bonus: 0 };
  for (const node of nodes) {
    sums.full += node.full;
    sums.deduction += node.deduction;
    sums.bonus += node.bonus;
  }
  return sums;
}

function groupNode(group: CompiledGroup, children: SheetNode[]): SheetNode {
  const { full, deduction, bonus } = sumNodes(children);
  const bounds: ScoreBound[] = [];
  const within = (effect: 'deduct' | 'add', sum: number, limit: number | undefined) => {
    if (limit === undefined || sum <= limit) return sum;
    bounds.push({ kind: 'group-cap', limit, change: changeOf(effect, sum - limit) });
    return limit;
  };
  const deducted = within('deduct', deduction, group.deductionCap);
  const added = within('add', bonus, group.bonusCap);
  const { key, title } = group.definition;
  return {
    type: 'group',
    key,
    title,
    account: 'base',
    state: groupState(children),
    full,
    deduction: deducted,
    bonus: added,
    score: full - deducted + added,
    lines: [],
    bounds,
    children,
  };
}

/** The tree in document order; `nodes` are those of the items, in the same order. */
export function treeOf(
  compiled: readonly CompiledNode[],
  nodes: Iterator<SheetNode, undefined>,
): SheetNode[] {
  const tree: SheetNode[] = [];
  for (const each of compiled) {
    if (each.type === 'group') tree.push(groupNode(each, treeOf(each.children, nodes)));
    else {
      const next = nodes.next();
      if (!next.done) tree.push(next.value);
    }
  }
  return tree;
}
