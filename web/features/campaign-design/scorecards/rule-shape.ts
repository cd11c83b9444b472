import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { freeKey } from '../part-keys.ts';
import { factKeysOf, itemsOf } from './score-edit.ts';

export type MeasureKind = ScoreMeasure['kind'];
export type PriceKind = Price['kind'];

/** Which prices the kernel takes for which measure, the usual one first. */
export const pricesFor: Readonly<Record<MeasureKind, readonly PriceKind[]>> = {
  events: ['per-unit', 'per-category', 'fixed', 'repeated', 'shortfall', 'target', 'tiers'],
  ratio: ['per-step', 'proportional', 'target', 'tiers'],
  value: ['tiers', 'target'],
  flag: ['fixed'],
  elements: ['per-element'],
  choice: ['choices'],
  judgement: ['range'],
  recorded: ['recorded'],
  sample: ['per-unit', 'fixed', 'per-step', 'proportional', 'target', 'tiers'],
  votes: ['tiers', 'target'],
  ladder: ['choices'],
  trend: ['choices'],
  light: ['choices'],
};

/** A ladder is only kept: its rungs come from a plugin. */
export const measureKinds = [
  'events',
  'ratio',
  'value',
  'flag',
  'elements',
  'choice',
  'judgement',
  'recorded',
  'sample',
  'votes',
  'trend',
  'light',
] as const satisfies readonly MeasureKind[];

export type ShapeWords = {
  readonly element: string;
  readonly option: (number: number) => string;
  readonly trend: (outcome: string) => string;
};

const twoOf = (words: ShapeWords) =>
  [1, 2].map((number) => ({ number, title: words.option(number) }));

export const newMeasure = (kind: MeasureKind, card: Scorecard, words: ShapeWords): ScoreMeasure => {
  const known = factKeysOf(card);
  const fact = freeKey('fact', known);
  switch (kind) {
    case 'events':
    case 'ratio':
    case 'value':
    case 'flag':
    case 'choice':
    case 'judgement':
    case 'recorded':
      return { kind, fact };
    case 'elements':
      return { kind, elements: [{ fact, title: words.element }] };
    case 'sample':
      return { kind, fact, draw: 'random', size: 10 };
    case 'votes': {
      const answers = twoOf(words).map(({ number, title }) => ({
        answer: `answer-${number}`,
        title,
        points: number === 1 ? '100' : '60',
      }));
      return { kind, fact, answers, places: 2 };
    }
    case 'ladder':
      return {
        kind,
        rungs: [
          { key: 'rung-1', title: words.option(1), elements: [{ fact, title: words.element }] },
        ],
      };
    case 'trend':
      return { kind, fact, previous: freeKey('fact', [...known, fact]), better: 'higher' };
    case 'light':
      return { kind, fact, better: 'higher', warn: '90%', alarm: '80%' };
  }
};

const outcomes = (measure: ScoreMeasure): readonly string[] | undefined => {
  if (measure.kind === 'trend') return ['improved', 'unchanged', 'declined'];
  if (measure.kind === 'light') return ['green', 'yellow', 'red'];
  if (measure.kind === 'ladder') return ['none', ...measure.rungs.map(({ key }) => key)];
  return undefined;
};

/** A level of a ratio is a percentage, all others plain. */
const level = ({ kind }: ScoreMeasure) => (kind === 'ratio' || kind === 'sample' ? '90%' : '90');

export const newPrice = (kind: PriceKind, measure: ScoreMeasure, words: ShapeWords): Price => {
  const amount = '1';
  switch (kind) {
    case 'fixed':
    case 'per-element':
    case 'per-unit':
      return { kind, amount };
    case 'per-category':
      return {
        kind,
        prices: twoOf(words).map(({ number, title }) => ({
          category: `category-${number}`,
          title,
          amount,
        })),
      };
    case 'shortfall':
      return { kind, minimum: 1, amount };
    case 'per-step':
      return { kind, from: '100%', side: 'below', step: '5%', steps: 'full', amount: '0.5' };
    case 'target':
      return { kind, side: 'at-least', level: level(measure), amount };
    case 'tiers':
      return { kind, tiers: [{ atLeast: level(measure), amount: '0' }], otherwise: amount };
    case 'choices': {
      const found = outcomes(measure);
      const choices = found
        ? found.map((choice) => ({ choice, title: words.trend(choice), amount: '0' }))
        : twoOf(words).map(({ number, title }) => ({ choice: `choice-${number}`, title, amount }));
      return { kind, choices };
    }
    case 'proportional':
      return { kind, points: amount, places: 1 };
    case 'repeated':
      return { kind, first: '0', again: amount };
    case 'range':
      return { kind, min: '0', max: amount };
    case 'recorded':
      return { kind, max: amount };
  }
};

/** What a measure of another kind leaves of a rule: no price or limit that would not fit it. */
export const withMeasure = (
  rule: ScoreRule,
  measure: ScoreMeasure,
  words: ShapeWords,
): ScoreRule => {
  const fits = pricesFor[measure.kind].includes(rule.price.kind) && outcomes(measure) === undefined;
  const [usual = 'fixed'] = pricesFor[measure.kind];
  const { leniency, periodCap, ...rest } = rule;
  const isCounted = measure.kind === 'events' || measure.kind === 'recorded';
  return {
    ...rest,
    ...(isCounted && leniency !== undefined ? { leniency } : {}),
    ...(isCounted && periodCap !== undefined ? { periodCap } : {}),
    measure,
    price: fits ? rule.price : newPrice(usual, measure, words),
  };
};

/** Facts of the same kind that other rules already read: one record may serve several items. */
export const sharedFacts = (
  card: Scorecard,
  rule: ScoreRule,
): { fact: string; title: Scorecard['title'] }[] => {
  const { measure } = rule;
  const found = new Map<string, Scorecard['title']>();
  for (const item of itemsOf(card)) {
    for (const each of item.rules) {
      if (each.key === rule.key || each.measure.kind !== measure.kind) continue;
      if ('fact' in each.measure) found.set(each.measure.fact, each.noun ?? item.title);
    }
  }
  return [...found].map(([fact, title]) => ({ fact, title }));
};
