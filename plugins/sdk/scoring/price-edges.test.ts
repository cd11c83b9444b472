import { describe, expect, it } from 'vitest';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import * as price from './define-prices.ts';
import { fine, item, pointsOf } from './testing/rule-kinds.fixtures.ts';
import { countFact, eventFact, ratioFact } from './testing/scorecards.fixtures.ts';

type Example = [what: string, facts: Record<string, ScoreFact>, score: string];

const stepped = (steps: 'full' | 'started') =>
  item({
    points: 5,
    measure: price.indicator('rate'),
    price: price.perStep({ below: '98%', step: '5%', steps, deduct: '0.5' }),
  });

const table: [says: string, item: Criterion, examples: Example[]][] = [
  [
    '每下降5%扣0.5分，满5%计一档',
    stepped('full'),
    [
      ['刚好98%', { rate: ratioFact(49, 50) }, '5'],
      ['97%，未满一档', { rate: ratioFact(97, 100) }, '5'],
      ['92.9999%，仍是一档', { rate: ratioFact(929_999, 1_000_000) }, '4.5'],
      ['0，扣9.5分以5分为限', { rate: ratioFact(0, 100) }, '0'],
    ],
  ],
  [
    '每下降5%扣0.5分，不满5%也计一档',
    stepped('started'),
    [
      ['98%', { rate: ratioFact(98, 100) }, '5'],
      ['97%', { rate: ratioFact(97, 100) }, '4.5'],
      ['92%', { rate: ratioFact(92, 100) }, '4'],
    ],
  ],
  [
    '占比超过30%的，每高1%扣0.2分',
    item({
      points: 5,
      measure: price.indicator('share'),
      price: price.perStep({ above: '30%', step: '1%', steps: 'full', deduct: '0.2' }),
    }),
    [
      ['33.5%，三档', { share: ratioFact(335, 1000) }, '4.4'],
      ['30%', { share: ratioFact(3, 10) }, '5'],
    ],
  ],
  [
    '至少4次，每少一次扣1分',
    item({
      points: 4,
      measure: price.events('visits'),
      price: price.shortfall({ minimum: 4, deduct: 1 }),
    }),
    [
      ['多了不加', { visits: countFact(9) }, '4'],
      ['一次没有', { visits: eventFact() }, '0'],
    ],
  ],
  [
    '每发现1次扣0.5分',
    item({ points: 1, measure: price.events('misuse'), price: price.perUnit({ deduct: '0.5' }) }),
    [['一件事登记两遍只算一次', { misuse: eventFact({ id: 'a' }, { id: 'a' }) }, '0.5']],
  ],
  [
    '满意度90以上得满分，80以上得15分，否则5分',
    item({
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
    '按比例得分，保留一位小数',
    item({
      points: 10,
      measure: price.indicator('rate'),
      price: price.proportional({ points: 10, places: 1 }),
    }),
    [
      ['三分之二', { rate: ratioFact(2, 3) }, '6.7'],
      ['超额仍是满分', { rate: ratioFact(7, 5) }, '10'],
    ],
  ],
  [
    '整改逾期每次扣5分，最多扣8分，不占分值',
    fine({ points: 8, measure: price.events('overdue'), price: price.perUnit({ deduct: 5 }) }),
    [['两次，以8分为限', { overdue: countFact(2) }, '-8']],
  ],
];

describe.each(table)('%s', (_says, definition, examples) => {
  it.each(examples)('%s', (_what, facts, wanted) => {
    expect(pointsOf(definition, facts)).toBe(wanted);
  });
});
