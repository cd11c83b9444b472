import { describe, expect, it } from 'vitest';
import { parsePoints } from '../points/points.ts';
import { events, exceptions, perUnit, pricedByRecorder } from './define-prices.ts';
import { criterion, group, penalty } from './define.ts';
import { recordableItems } from './recordable.ts';
import { cardOf, testSource as source } from './testing/scorecards.fixtures.ts';

const byException = {
  measure: exceptions('training'),
  price: pricedByRecorder({ max: 3 }),
  words: '逐条登记扣分',
  source,
};
const counted = { measure: events('late'), price: perUnit({ deduct: 1 }), source };

describe('items on which a deduction can be recorded', () => {
  it('are those that leave the price to the recorder, wherever they stand in the card', () => {
    const card = cardOf(
      criterion('late', { title: '迟报', points: 5, ...counted }),
      group('management', {
        title: '管理',
        points: 5,
        children: [criterion('training', { title: '培训', points: 5, ...byException })],
      }),
    );
    expect(recordableItems(card)).toMatchObject([
      { criterion: { key: 'training' }, words: '逐条登记扣分', least: 1, most: parsePoints('3') },
    ]);
  });

  it('lose no more than their points, their cap and their floor leave', () => {
    const limits = recordableItems(
      cardOf(
        criterion('plain', { title: '培训', points: 5, ...byException }),
        criterion('capped', { title: '培训', points: 5, cap: 2, ...byException }),
        criterion('floored', { title: '培训', points: 5, floor: 1, ...byException }),
        penalty('penalty', { title: '扣分项', points: 8, ...byException }),
      ),
    ).map(({ criterion: { key }, limit }) => [key, limit]);
    expect(limits).toEqual([
      ['plain', parsePoints('5')],
      ['capped', parsePoints('2')],
      ['floored', parsePoints('4')],
      ['penalty', parsePoints('8')],
    ]);
  });
});
