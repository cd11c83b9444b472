import type { Criterion, Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';

/** An item on which deductions are recorded by exception; all figures in 1/10,000 point. */
export type RecordableItem = {
  criterion: Criterion;
  words: string;
  /** The most that all its deductions together can take. */
  limit: number;
  /** What a single deduction may take. */
  least: number;
  most: number;
};

/**
 * The items of a card whose standard leaves the price of an exception to the recorder, in the order
 * of the card: `recordableItems(card).map(({ criterion }) => criterion.key)`.
 */
export function recordableItems(card: Scorecard): RecordableItem[] {
  return card.children.flatMap(criteriaOf).flatMap((criterion) => toItem(criterion) ?? []);
}

function criteriaOf(node: ScoreNode): Criterion[] {
  return node.type === 'criterion' ? [node] : node.children.flatMap(criteriaOf);
}

function toItem(criterion: Criterion): RecordableItem | undefined {
  for (const rule of criterion.rules) {
    if (rule.effect !== 'deduct' || rule.price.kind !== 'recorded') continue;
    const points = parsePoints(criterion.points);
    const caps = [criterion.cap, rule.cap].flatMap((cap) => (cap === undefined ? [] : [cap]));
    const limit = Math.min(roomOf(criterion, points), ...caps.map(parsePoints));
    return {
      criterion,
      words: rule.words ?? criterion.words ?? '',
      limit,
      least: rule.price.min === undefined ? 1 : Math.max(1, parsePoints(rule.price.min)),
      most: Math.min(limit, parsePoints(rule.price.max)),
    };
  }
  return undefined;
}

/** A penalty starts from nothing and goes down to its floor; every other item from its points. */
function roomOf({ account, floor }: Criterion, points: number): number {
  if (account === 'penalty') return floor === undefined ? points : -parsePoints(floor);
  return points - (floor === undefined ? 0 : parsePoints(floor));
}
