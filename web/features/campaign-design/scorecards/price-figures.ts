import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import { withProperty } from '../part-keys.ts';
import type { PriceKind } from './rule-shape.ts';

type OfKind<K extends PriceKind> = Extract<Price, { kind: K }>;
export type PriceWord =
  | 'amount'
  | 'beyond'
  | 'minimum'
  | 'from'
  | 'step'
  | 'level'
  | 'otherwise'
  | 'points'
  | 'places'
  | 'first'
  | 'again'
  | 'min-points'
  | 'max-points';

const whole = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);

export type AskedFigure = {
  readonly property: string;
  readonly word: PriceWord;
  readonly value: string | number | undefined;
  readonly put: (typed: string) => Price;
};

/** The figures of the prices that are nothing but figures. */
export const figuresOf = (price: Price): AskedFigure[] => {
  switch (price.kind) {
    case 'fixed':
    case 'per-element':
      return [amountOf(price)];
    case 'per-unit':
      return [
        amountOf(price),
        {
          property: 'beyond',
          word: 'beyond',
          value: price.beyond,
          put: (typed) => withProperty(price, 'beyond', typed === '' ? undefined : whole(typed)),
        },
      ];
    case 'shortfall':
      return [
        amountOf(price),
        {
          property: 'minimum',
          word: 'minimum',
          value: price.minimum,
          put: (typed) => ({ ...price, minimum: whole(typed) }),
        },
      ];
    case 'target':
      return [amountOf(price)];
    case 'proportional':
      return proportionOf(price);
    case 'repeated':
      return timesOf(price);
    case 'range':
    case 'recorded':
      return boundsOf(price);
    case 'per-category':
    case 'per-step':
    case 'tiers':
    case 'choices':
      return [];
  }
};

type Amount = Extract<Price, { amount: string }>;

function amountOf(price: Amount): AskedFigure {
  const { amount: value } = price;
  return { property: 'amount', word: 'amount', value, put: (amount) => ({ ...price, amount }) };
}

function boundsOf(price: OfKind<'range' | 'recorded'>): AskedFigure[] {
  return [
    {
      property: 'min',
      word: 'min-points',
      value: price.min,
      put: (typed) =>
        price.kind === 'range' || typed !== ''
          ? { ...price, min: typed }
          : withProperty(price, 'min', undefined),
    },
    { property: 'max', word: 'max-points', value: price.max, put: (max) => ({ ...price, max }) },
  ];
}

function proportionOf(price: OfKind<'proportional'>): AskedFigure[] {
  return [
    {
      property: 'points',
      word: 'points',
      value: price.points,
      put: (points) => ({ ...price, points }),
    },
    {
      property: 'places',
      word: 'places',
      value: price.places,
      put: (typed) => ({ ...price, places: whole(typed) }),
    },
  ];
}

function timesOf(price: OfKind<'repeated'>): AskedFigure[] {
  return [
    {
      property: 'first',
      word: 'first',
      value: price.first,
      put: (first) => ({ ...price, first }),
    },
    {
      property: 'again',
      word: 'again',
      value: price.again,
      put: (again) => ({ ...price, again }),
    },
  ];
}
