import type {
  Criterion,
  GradeCondition,
  GradeMetric,
  GradeOperator,
  GradeTable,
  Scorecard,
  ScoreNode,
} from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { millionths, parsePercent } from '../points/ratio.ts';

type Most = Readonly<Record<GradeMetric, number>>;

/** The items of a card in document order, without reading what they mean. */
export function criteriaOf(nodes: readonly ScoreNode[]): Criterion[] {
  return nodes.flatMap((node) => (node.type === 'criterion' ? [node] : criteriaOf(node.children)));
}

/** The most that each figure of a card can reach, to which a share refers. */
function mostOf(card: Pick<Scorecard, 'children'>): Most {
  let [base, bonus, core] = [0, 0, 0];
  for (const { account, points, core: isCore } of criteriaOf(card.children)) {
    const most = parsePoints(points);
    if (account === 'base') base += most;
    if (account === 'bonus') bonus += most;
    if (isCore) core += most;
  }
  return { total: base, base, bonus, deductions: base, core };
}

/** A share in points: between two integer units the comparison goes on to the next that decides. */
function inPoints(metric: GradeMetric, op: GradeOperator, share: bigint, most: Most) {
  const wide = share * BigInt(most[metric]);
  const whole = wide / BigInt(millionths);
  const isExact = wide % BigInt(millionths) === 0n;
  if (op === 'eq' && !isExact) return { any: [] };
  const up = !isExact && (op === 'ge' || op === 'lt') ? 1n : 0n;
  return { metric, op, value: printPoints(Number(whole + up)) };
}

function resolve(condition: GradeCondition, most: Most): GradeCondition {
  if ('all' in condition) return { all: condition.all.map((part) => resolve(part, most)) };
  if ('any' in condition) return { any: condition.any.map((part) => resolve(part, most)) };
  if ('not' in condition) return { not: resolve(condition.not, most) };
  if (!('share' in condition)) return condition;
  const { metric, op, share } = condition;
  return inPoints(metric, op, BigInt(parsePercent(share)), most);
}

/**
 * R35: the grade table of a card with every share written in points, as it is judged and checked:
 * `findGradeProblems(gradeTableOf(card))`.
 */
export function gradeTableOf(card: Pick<Scorecard, 'children' | 'grades'>): GradeTable | undefined {
  if (card.grades === undefined) return undefined;
  const most = mostOf(card);
  return {
    ...card.grades,
    grades: card.grades.grades.map((each) => ({ ...each, when: resolve(each.when, most) })),
  };
}
