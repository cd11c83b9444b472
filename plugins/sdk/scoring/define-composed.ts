import type { ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import {
  events,
  pointsText,
  shortfall,
  type EffectivePrice,
  type Points,
} from './define-prices.ts';
import { rule } from './define.ts';

type Draw = { size?: number; draw: 'random' | 'consecutive' };

/** 抽查连续10户: `sample('households', { size: 10, draw: 'consecutive' })`; without a size, all of them. */
export function sample(fact: string, { size, draw }: Draw): ScoreMeasure {
  return size === undefined ? { kind: 'sample', fact, draw } : { kind: 'sample', fact, draw, size };
}

type Answers = Record<string, { title: Text; points?: Points }>;

/** Votes by answer; one without points is void: `votes('appraisal', { places: 2, answers: { … } })`. */
export function votes(
  fact: string,
  { places, answers }: { places: number; answers: Answers },
): ScoreMeasure {
  const list = Object.entries(answers).map(([answer, { title, points }]) =>
    points === undefined ? { answer, title } : { answer, title, points: pointsText(points) },
  );
  return { kind: 'votes', fact, answers: list, places };
}

type Rungs = Record<string, { title: Text; elements: Record<string, Text> }>;

/** C, then B (符合C，并…), then A: `ladder({ c: { title: 'C', elements: { rules: '有制度' } }, … })`. */
export function ladder(rungs: Rungs): ScoreMeasure {
  const list = Object.entries(rungs).map(([key, { title, elements }]) => ({
    key,
    title,
    elements: Object.entries(elements).map(([fact, name]) => ({ fact, title: name })),
  }));
  return { kind: 'ladder', rungs: list };
}

type Trend = { previous: string; better?: 'higher' | 'lower'; enough?: string };

/** 逐步提高 against the period before: `trend('satisfied', { previous: 'satisfied-before' })`. */
export function trend(fact: string, options: Trend): ScoreMeasure {
  const { previous, better = 'higher', enough } = options;
  const measure = { kind: 'trend', fact, previous, better } as const;
  return enough === undefined ? measure : { ...measure, enough };
}

type Light = { better: 'higher' | 'lower'; warn: string; alarm: string };

/** Green, yellow, red: `light('score', { better: 'higher', warn: '90', alarm: '85' })`. */
export function light(fact: string, { better, warn, alarm }: Light): ScoreMeasure {
  return { kind: 'light', fact, better, warn, alarm };
}

/** 同一问题每增加1次加扣1分: `repeated({ first: 0, again: 1 })`. */
export function repeated({ first, again }: { first: Points; again: Points }): EffectivePrice {
  const price = { kind: 'repeated', first: pointsText(first), again: pointsText(again) } as const;
  return { effect: 'deduct', price };
}

type Demand = { minimum: number; deduct: Points; cap: Points };

/**
 * 数量与质量（或时效）分别计: how many there are, and how many of them are of the good category, each
 * with its own price and cap. `criterion('work', { points: 5, ...quantityAndQuality('work', { … }) })`
 */
export function quantityAndQuality(
  fact: string,
  { quantity, quality }: { quantity: Demand; quality: Demand & { category: string } },
): { rules: ScoreRule[]; events: 'each-rule' } {
  const demand = (key: string, measure: ScoreMeasure, { minimum, deduct, cap }: Demand) =>
    rule(key, { measure, price: shortfall({ minimum, deduct }), cap });
  return {
    events: 'each-rule',
    rules: [
      demand('quantity', events(fact), quantity),
      demand('quality', events(fact, quality.category), quality),
    ],
  };
}
