import type { Criterion, Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../points/points.ts';

export const pointProblemCodes = [
  'points-sum',
  'bonus-sum',
  'cap-above-points',
  'floor-above-points',
  'unreachable-points',
  'kind-without-cap',
] as const;

/** Points that do not add up, with where, what is stated and what was counted. */
export type PointProblem = {
  code: (typeof pointProblemCodes)[number];
  path: string[];
  stated: string;
  counted: string;
  message: { zh: string; en: string };
};

type Sums = { base: number; bonus: number };

class Audit {
  readonly problems: PointProblem[] = [];

  add(
    code: PointProblem['code'],
    path: string[],
    [stated, counted]: readonly [number, number],
    [zh, en]: readonly [string, string],
  ): void {
    const [left, right] = [printPoints(stated), printPoints(counted)];
    const message = {
      zh: `${path.join('／')}：${zh}（写明${left}分，实为${right}分）`,
      en: `${path.join(' / ')}: ${en} (states ${left}, counts ${right})`,
    };
    this.problems.push({ code, path, stated: left, counted: right, message });
  }

  nodes(nodes: readonly ScoreNode[], path: string[]): Sums {
    const sums: Sums = { base: 0, bonus: 0 };
    for (const node of nodes) {
      const inner = this.node(node, [...path, node.key]);
      sums.base += inner.base;
      sums.bonus += inner.bonus;
    }
    return sums;
  }

  node(node: ScoreNode, path: string[]): Sums {
    const points = parsePoints(node.points);
    if (node.type === 'criterion') {
      this.criterion(node, points, path);
      return {
        base: node.account === 'base' ? points : 0,
        bonus: node.account === 'bonus' ? points : 0,
      };
    }
    const sums = this.nodes(node.children, path);
    if (sums.base !== points) {
      const words = ['分值与下级分值之和不符', 'the points are not the sum of its items'] as const;
      this.add('points-sum', path, [points, sums.base], words);
    }
    const most = node.bonusCap === undefined ? sums.bonus : parsePoints(node.bonusCap);
    return { base: sums.base, bonus: Math.min(sums.bonus, most) };
  }

  criterion(node: Criterion, points: number, path: string[]): void {
    const floor = parsePoints(node.floor ?? '0');
    if (floor > points) {
      const words = ['保底分高于分值', 'the floor is above the points'] as const;
      this.add('floor-above-points', path, [floor, points], words);
    }
    const room = node.account === 'base' && node.start === 'full' ? points - floor : points;
    for (const rule of node.rules) {
      if (rule.cap === undefined || parsePoints(rule.cap) <= room) continue;
      const words = ['封顶分值高于本项分值', 'the cap is above the points of the item'] as const;
      this.add('cap-above-points', [...path, rule.key], [parsePoints(rule.cap), room], words);
    }
    this.reach(node, points, path);
  }

  /** Points that no rule could ever earn: every rule is capped, and the caps are too few. */
  reach(node: Criterion, points: number, path: string[]): void {
    if (node.account !== 'base' || node.start !== 'zero') return;
    let most = 0;
    for (const { cap, price } of node.rules) {
      const top = cap ?? (price.kind === 'fixed' || price.kind === 'target' ? price.amount : null);
      if (top === null) return;
      most += parsePoints(top);
    }
    if (most >= points) return;
    const words = ['分值无法得满', 'the full points cannot be earned'] as const;
    this.add('unreachable-points', path, [points, most], words);
  }

  kinds(scorecard: Scorecard): void {
    const capped = new Set((scorecard.kindCaps ?? []).map(({ kind }) => kind));
    const visit = (node: ScoreNode, path: string[]): void => {
      if (node.type === 'group') {
        for (const child of node.children) visit(child, [...path, child.key]);
        return;
      }
      for (const { key, kind } of node.rules) {
        if (kind === undefined || capped.has(kind)) continue;
        const words = [`“${kind}”没有累计上限`, `no cap is set for the kind “${kind}”`] as const;
        this.add('kind-without-cap', [...path, key], [0, 0], words);
      }
    };
    for (const child of scorecard.children) visit(child, [scorecard.key, child.key]);
  }
}

/**
 * Whether points add up at every level, and whether caps and floors fit their items.
 * `findPointProblems(card)` is empty for a scorecard that can be published.
 */
export function findPointProblems(scorecard: Scorecard): PointProblem[] {
  const audit = new Audit();
  const sums = audit.nodes(scorecard.children, [scorecard.key]);
  const points = parsePoints(scorecard.points);
  if (sums.base !== points) {
    const words = ['总分与各项分值之和不符', 'the total is not the sum of its items'] as const;
    audit.add('points-sum', [scorecard.key], [points, sums.base], words);
  }
  const bonus = parsePoints(scorecard.bonusPoints ?? '0');
  if (sums.bonus !== bonus) {
    const words = ['加分总额与各加分项之和不符', 'the bonus is not the sum of its items'] as const;
    audit.add('bonus-sum', [scorecard.key], [bonus, sums.bonus], words);
  }
  audit.kinds(scorecard);
  return audit.problems;
}
