import { describe, expect, it } from 'vitest';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import * as price from './define-prices.ts';
import { criterion, rule, type CriterionDetail } from './define.ts';
import {
  countFact,
  eventFact,
  flagFact,
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

const coverage = base({
  points: 5,
  measure: price.indicator('rate'),
  price: price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' }),
});

const table: [id: string, says: string, item: Criterion, examples: Example[]][] = [
  [
    'R1',
    '未公示的扣0.5分',
    base({ points: 2, measure: price.demand('public'), price: price.once({ deduct: '0.5' }) }),
    [
      ['公示了不扣', { public: flagFact(true) }, '2'],
      ['没公示扣0.5分', { public: flagFact(false) }, '1.5'],
    ],
  ],
  [
    'R2',
    '每缺一项扣0.5分，以本项分值为限',
    base({
      points: 1,
      measure: price.elements({ leader: '领导小组', manager: '负责人', staff: '专职人员' }),
      price: price.perMissing({ deduct: '0.5' }),
    }),
    [
      [
        '缺一项',
        { leader: flagFact(true), manager: flagFact(false), staff: flagFact(true) },
        '0.5',
      ],
      [
        '三项全缺，扣完为止',
        { leader: flagFact(false), manager: flagFact(false), staff: flagFact(false) },
        '0',
      ],
    ],
  ],
  [
    'R3',
    '每发现1次扣0.5分，扣完为止',
    base({ points: 1, measure: price.events('misuse'), price: price.perUnit({ deduct: '0.5' }) }),
    [
      ['没有发现', {}, '1'],
      ['一次', { misuse: eventFact({ id: 'a' }) }, '0.5'],
      ['一件事登记两遍只算一次', { misuse: eventFact({ id: 'a' }, { id: 'a' }) }, '0.5'],
      ['一件事数量为7，扣完为止', { misuse: eventFact({ id: 'a', quantity: 7 }) }, '0'],
    ],
  ],
  [
    'R4',
    '至少督导4次，每少一次扣1分',
    base({
      points: 4,
      measure: price.events('visits'),
      price: price.shortfall({ minimum: 4, deduct: 1 }),
    }),
    [
      ['少一次', { visits: countFact(3) }, '3'],
      ['多了不加', { visits: countFact(9) }, '4'],
      ['一次没有', { visits: eventFact() }, '0'],
    ],
  ],
  [
    'R6',
    '每下降5%扣0.5分（满5%计一档）',
    coverage,
    [
      ['刚好98%', { rate: ratioFact(49, 50) }, '5'],
      ['97%，未满一档', { rate: ratioFact(97, 100) }, '5'],
      ['93%，恰满一档', { rate: ratioFact(93, 100) }, '4.5'],
      ['92.9999%，仍是一档', { rate: ratioFact(929_999, 1_000_000) }, '4.5'],
      ['0，扣9.5分以5分为限', { rate: ratioFact(0, 100) }, '0'],
    ],
  ],
  [
    'R7',
    '两条细则各有封顶：最高扣10分、最高扣5分',
    base({
      points: 15,
      rules: [
        rule('rate', {
          measure: price.indicator('rate'),
          price: price.perStep({ below: '100%', step: '2%', steps: 'full', deduct: '0.5' }),
          cap: 10,
        }),
        rule('copies', {
          measure: price.events('copies'),
          price: price.perUnit({ deduct: '0.1' }),
          cap: 5,
        }),
      ],
    }),
    [
      ['各扣一点', { rate: ratioFact(96, 100), copies: countFact(3) }, '13.7'],
      ['份数封顶', { rate: ratioFact(100, 100), copies: countFact(99) }, '10'],
      ['两条都封顶', { rate: ratioFact(0, 100), copies: countFact(99) }, '0'],
    ],
  ],
  [
    'R8 R9',
    '办结率应达100%，未达不得分',
    base({
      points: 5,
      measure: price.indicator('closed'),
      price: price.target({ atLeast: '100%', deduct: 5 }),
    }),
    [
      ['全部办结', { closed: ratioFact(200_000, 200_000) }, '5'],
      ['二十万件差一件', { closed: ratioFact(199_999, 200_000) }, '0'],
    ],
  ],
  [
    'R10',
    '每迟报一次扣0.5分，漏报一次扣1分',
    base({
      points: 5,
      measure: price.events('reports'),
      price: price.perCategory('deduct', {
        late: { title: '迟报', points: '0.5' },
        missed: { title: '漏报', points: 1 },
      }),
    }),
    [
      [
        '一迟一漏',
        { reports: eventFact({ id: 'a', category: 'late' }, { id: 'b', category: 'missed' }) },
        '3.5',
      ],
    ],
  ],
  [
    'R19',
    '同一事项按轻重：漏访0.5，造成后果2',
    base({
      points: 10,
      measure: price.events('households'),
      price: price.perCategory('deduct', {
        visit: { title: '漏访', points: '0.5' },
        harm: { title: '造成严重后果', points: 2 },
      }),
    }),
    [
      [
        '漏访三户、严重后果一户',
        {
          households: eventFact(
            { id: 'a', category: 'visit', quantity: 3 },
            { id: 'b', category: 'harm' },
          ),
        },
        '6.5',
      ],
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

describe('R6 started steps', () => {
  it('count from the first ten-thousandth below the line', () => {
    const started = base({
      points: 5,
      measure: price.indicator('rate'),
      price: price.perStep({ below: '98%', step: '5%', steps: 'started', deduct: '0.5' }),
    });
    expect(scoreItem(started, { rate: ratioFact(97, 100) }).score).toBe(units('4.5'));
    expect(scoreItem(started, { rate: ratioFact(98, 100) }).score).toBe(units('5'));
    expect(scoreItem(started, { rate: ratioFact(92, 100) }).score).toBe(units('4'));
  });

  it('count above a line that should not be passed', () => {
    const above = base({
      points: 5,
      measure: price.indicator('share'),
      price: price.perStep({ above: '30%', step: '1%', steps: 'full', deduct: '0.2' }),
    });
    expect(scoreItem(above, { share: ratioFact(335, 1000) }).score).toBe(units('4.4'));
  });
});
