import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { PointsError } from '../points/points.ts';

/** Points as an author writes them: whole numbers as they are, decimals as text ('0.5'). */
export type Points = number | string;

type Effect = { deduct: Points; add?: never } | { add: Points; deduct?: never };
type EffectName = 'deduct' | 'add';

/** A price together with what it does to the score. */
export type EffectivePrice = { effect: EffectName; price: Price };

export function pointsText(points: Points): string {
  if (typeof points === 'string') return points;
  if (!Number.isSafeInteger(points)) throw new PointsError('write decimals as text: ‘0.5’');
  return String(points);
}

function amountOf(effect: Effect): { effect: EffectName; amount: string } {
  if (effect.deduct !== undefined) return { effect: 'deduct', amount: pointsText(effect.deduct) };
  return { effect: 'add', amount: pointsText(effect.add) };
}

/** What happened, event by event: `events('reports', 'late')` reads only the category ‘late’. */
export function events(fact: string, ...categories: string[]): ScoreMeasure {
  return categories.length === 0 ? { kind: 'events', fact } : { kind: 'events', fact, categories };
}

/** How many different categories there were: 每缺一个行业. */
export function differentKinds(fact: string): ScoreMeasure {
  return { kind: 'events', fact, distinct: true };
}

/** A ratio of two integers, 实…／应…: `indicator('training-coverage')`. */
export function indicator(fact: string): ScoreMeasure {
  return { kind: 'ratio', fact };
}

/** A single figure, such as a mean: `figure('satisfaction')`. */
export function figure(fact: string): ScoreMeasure {
  return { kind: 'value', fact };
}

/** A demand that is met or not: `demand('publicised')`. */
export function demand(fact: string): ScoreMeasure {
  return { kind: 'flag', fact };
}

/** Several things that must all be there: `elements({ leader: '领导小组', staff: '专职人员' })`. */
export function elements(titles: Record<string, Text>): ScoreMeasure {
  const list = Object.entries(titles).map(([fact, title]) => ({ fact, title }));
  return { kind: 'elements', elements: list };
}

/** An option a person chooses: `option('level')`. */
export function option(fact: string): ScoreMeasure {
  return { kind: 'choice', fact };
}

/** A human's figure with a reason: `judgement('innovation')`. */
export function judgement(fact: string): ScoreMeasure {
  return { kind: 'judgement', fact };
}

/** Exceptions that carry their own points: `exceptions('spot-check')`. */
export function exceptions(fact: string): ScoreMeasure {
  return { kind: 'recorded', fact };
}

/** 未…的扣0.5分: `once({ deduct: '0.5' })`. */
export function once(effect: Effect): EffectivePrice {
  const { effect: name, amount } = amountOf(effect);
  return { effect: name, price: { kind: 'fixed', amount } };
}

/** 每缺一项扣0.5分: `perMissing({ deduct: '0.5' })`. */
export function perMissing(effect: Effect): EffectivePrice {
  const { effect: name, amount } = amountOf(effect);
  return { effect: name, price: { kind: 'per-element', amount } };
}

/** 每发现1次扣0.5分: `perUnit({ deduct: '0.5' })`; beyond a number: `perUnit({ beyond: 6, add: '0.2' })`. */
export function perUnit(effect: Effect & { beyond?: number }): EffectivePrice {
  const { effect: name, amount } = amountOf(effect);
  const { beyond } = effect;
  const price: Price =
    beyond === undefined ? { kind: 'per-unit', amount } : { kind: 'per-unit', amount, beyond };
  return { effect: name, price };
}

type CategoryPrices = Record<string, { title: Text; points: Points }>;

/** 迟报扣0.5分，漏报扣1分: `perCategory('deduct', { late: { title: '迟报', points: '0.5' }, … })`. */
export function perCategory(effect: EffectName, prices: CategoryPrices): EffectivePrice {
  const list = Object.entries(prices).map(([category, { title, points }]) => ({
    category,
    title,
    amount: pointsText(points),
  }));
  return { effect, price: { kind: 'per-category', prices: list } };
}

/** 至少4次，每少一次扣1分: `shortfall({ minimum: 4, deduct: 1 })`. */
export function shortfall(effect: Effect & { minimum: number }): EffectivePrice {
  const { effect: name, amount } = amountOf(effect);
  return { effect: name, price: { kind: 'shortfall', minimum: effect.minimum, amount } };
}

type Side = { below: string; above?: never } | { above: string; below?: never };

/** 每下降5%扣0.5分: `perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' })`. */
export function perStep(
  line: Effect & Side & { step: string; steps: 'full' | 'started' },
): EffectivePrice {
  const { effect, amount } = amountOf(line);
  const { step, steps } = line;
  const from = line.below ?? line.above;
  const side = line.below === undefined ? 'above' : 'below';
  return { effect, price: { kind: 'per-step', from, side, step, steps, amount } };
}

type Level = { atLeast: string; atMost?: never } | { atMost: string; atLeast?: never };

/** 办结率应达100%: `target({ atLeast: '100%', deduct: 5 })`. */
export function target(line: Effect & Level): EffectivePrice {
  const { effect, amount } = amountOf(line);
  const level = line.atLeast ?? line.atMost;
  const side = line.atLeast === undefined ? 'at-most' : 'at-least';
  return { effect, price: { kind: 'target', side, level, amount } };
}

/** Bands: `tiers('deduct', { '90%': 0, '80%': 1 }, { otherwise: 3 })`. */
export function tiers(
  effect: EffectName,
  levels: Record<string, Points>,
  { otherwise }: { otherwise: Points },
): EffectivePrice {
  const list = Object.entries(levels).map(([atLeast, points]) => ({
    atLeast,
    amount: pointsText(points),
  }));
  return { effect, price: { kind: 'tiers', tiers: list, otherwise: pointsText(otherwise) } };
}

/** Options with their points: `choices('add', { a: { title: 'A', points: 5 }, … })`. */
export function choices(effect: EffectName, options: CategoryPrices): EffectivePrice {
  const list = Object.entries(options).map(([choice, { title, points }]) => ({
    choice,
    title,
    amount: pointsText(points),
  }));
  return { effect, price: { kind: 'choices', choices: list } };
}

/** 按比例得分, rounded where the rule says: `proportional({ points: 10, places: 1 })`. */
export function proportional(share: { points: Points; places: number }): EffectivePrice {
  const points = pointsText(share.points);
  return { effect: 'add', price: { kind: 'proportional', points, places: share.places } };
}

/** 酌情: a person's figure inside a range: `range('deduct', { min: 0, max: 2 })`. */
export function range(effect: EffectName, bounds: { min: Points; max: Points }): EffectivePrice {
  const [min, max] = [pointsText(bounds.min), pointsText(bounds.max)];
  return { effect, price: { kind: 'range', min, max } };
}

/** Exceptions priced by the recorder: `pricedByRecorder({ max: 2 })`. */
export function pricedByRecorder(bounds: { min?: Points; max: Points }): EffectivePrice {
  const max = pointsText(bounds.max);
  const price: Price =
    bounds.min === undefined
      ? { kind: 'recorded', max }
      : { kind: 'recorded', min: pointsText(bounds.min), max };
  return { effect: 'deduct', price };
}
