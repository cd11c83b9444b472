import { describe, expect, it } from 'vitest';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import * as price from './define-prices.ts';
import { bonus, criterion, penalty, type CriterionDetail } from './define.ts';
import {
  countFact,
  eventFact,
  ratioFact,
  scoreItem,
  testSource as source,
  units,
} from './testing/scorecards.fixtures.ts';

type Facts = Record<string, ScoreFact>;
type Example = [what: string, facts: Facts, score: string];
type WithoutCommon<T> = T extends unknown ? Omit<T, 'title' | 'source'> : never;
type Detail = WithoutCommon<CriterionDetail>;

const base = (detail: Detail) => criterion('item', { title: '项目', source, ...detail });
const extra = (detail: Detail) => bonus('item', { title: '项目', source, ...detail });

const table: [id: string, says: string, item: Criterion, examples: Example[]][] = [
  [
    'R11',
    '超过6条后每多报一条奖励0.2分，最高2分',
    extra({
      points: 2,
      measure: price.events('clues'),
      price: price.perUnit({ beyond: 6, add: '0.2' }),
    }),
    [
      ['六条不奖', { clues: countFact(6) }, '0'],
      ['九条', { clues: countFact(9) }, '0.6'],
      ['五十条封顶', { clues: countFact(50) }, '2'],
    ],
  ],
  [
    'R12 R13',
    '省级1分，市级0.5分，最多不超过5分',
    extra({
      points: 5,
      measure: price.events('papers'),
      price: price.perCategory('add', {
        province: { title: '省级', points: 1 },
        city: { title: '市级', points: '0.5' },
      }),
    }),
    [
      [
        '省级一篇、市级三篇',
        {
          papers: eventFact(
            { id: 'a', category: 'province' },
            { id: 'b', category: 'city', quantity: 3 },
          ),
        },
        '2.5',
      ],
      ['省级九篇封顶', { papers: eventFact({ id: 'a', category: 'province', quantity: 9 }) }, '5'],
    ],
  ],
  [
    'R15',
    '酌情扣分，0至2分',
    base({
      points: 5,
      measure: price.judgement('view'),
      price: price.range('deduct', { min: 0, max: 2 }),
    }),
    [['扣1.25分', { view: { kind: 'judgement', points: '1.25', reason: '标识不清' } }, '3.75']],
  ],
  [
    'R20',
    '满意度90以上得满分，80以上得15分，否则5分',
    base({
      points: 20,
      measure: price.figure('mean'),
      price: price.tiers('add', { '80': 15, '90': 20 }, { otherwise: 5 }),
    }),
    [
      ['恰好90', { mean: { kind: 'value', value: '90' } }, '20'],
      ['差万分之一', { mean: { kind: 'value', value: '89.9999' } }, '15'],
      ['七十九', { mean: { kind: 'value', value: '79' } }, '5'],
    ],
  ],
  [
    'R21 R23',
    '按档给分：A 5分，B 3分，C 0分',
    base({
      points: 5,
      measure: price.option('level'),
      price: price.choices('add', {
        a: { title: 'A', points: 5 },
        b: { title: 'B', points: 3 },
        c: { title: 'C', points: 0 },
      }),
    }),
    [
      ['B', { level: { kind: 'choice', choice: 'b' } }, '3'],
      ['C', { level: { kind: 'choice', choice: 'c' } }, '0'],
    ],
  ],
  [
    'R32 R43',
    '整改逾期每次扣5分，最多扣8分，不占分值',
    penalty('item', {
      title: '逾期',
      source,
      points: 8,
      measure: price.events('overdue'),
      price: price.perUnit({ deduct: 5 }),
    }),
    [
      ['一次', { overdue: countFact(1) }, '-5'],
      ['两次，以8分为限', { overdue: countFact(2) }, '-8'],
    ],
  ],
  [
    'proportional',
    '按比例得分，保留一位小数',
    base({
      points: 10,
      measure: price.indicator('rate'),
      price: price.proportional({ points: 10, places: 1 }),
    }),
    [
      ['三分之二', { rate: ratioFact(2, 3) }, '6.7'],
      ['超额仍是满分', { rate: ratioFact(7, 5) }, '10'],
    ],
  ],
];

describe.each(table)('%s %s', (_id, _says, item, examples) => {
  it.each(examples)('%s', (_what, facts, wanted) => {
    const node = scoreItem(item, facts);
    expect(node.state).toBe('scored');
    expect(node.score).toBe(units(wanted));
  });
});
