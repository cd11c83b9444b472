import { describe, expect, it } from 'vitest';
import { compileScorecard } from './compile.ts';
import * as price from './define-prices.ts';
import { bonus, criterion, defineScorecard, group, rule } from './define.ts';
import { findPointProblems } from './point-problems.ts';
import { fullTable, testSource as source } from './testing/scorecards.fixtures.ts';

const item = (key: string, points: number) =>
  criterion(key, {
    title: key,
    points,
    source,
    measure: price.events('faults'),
    price: price.perUnit({ deduct: 1 }),
  });

const cardWith = (...children: Parameters<typeof defineScorecard>[1]['children']) =>
  defineScorecard('card', { title: '表', points: 10, source, children });

describe('points add up before a card is published', () => {
  it('finds nothing to say about a table of 100 + 15', () => {
    expect(findPointProblems(fullTable)).toEqual([]);
  });

  it('names the group whose points are not the sum of its items', () => {
    const card = cardWith(
      group('training', { title: '培训', points: 10, children: [item('a', 9)] }),
    );
    expect(findPointProblems(card)).toMatchObject([
      { code: 'points-sum', path: ['card', 'training'], stated: '10', counted: '9' },
      { code: 'points-sum', path: ['card'], stated: '10', counted: '9' },
    ]);
  });

  it('names a bonus that the items cannot give', () => {
    const extra = bonus('extra', {
      title: '加分',
      points: 3,
      source,
      measure: price.events('deeds'),
      price: price.perUnit({ add: 1 }),
    });
    const card = { ...cardWith(item('a', 10), extra), bonusPoints: '5' };
    expect(findPointProblems(card)).toMatchObject([
      { code: 'bonus-sum', stated: '5', counted: '3' },
    ]);
  });

  it('names a cap above the item, a floor above the points, and points nobody can earn', () => {
    const wide = criterion('wide', {
      title: '甲',
      points: 4,
      floor: 5,
      source,
      rules: [
        rule('r', {
          measure: price.events('x'),
          price: price.perUnit({ deduct: 1 }),
          cap: 9,
          kind: 'free',
        }),
      ],
    });
    const short = criterion('short', {
      title: '乙',
      points: 6,
      source,
      measure: price.demand('met'),
      price: price.once({ add: 5 }),
    });
    const codes = findPointProblems(cardWith(wide, short)).map(({ code }) => code);
    expect(codes).toEqual([
      'floor-above-points',
      'cap-above-points',
      'unreachable-points',
      'kind-without-cap',
    ]);
  });
});

describe('a card that can mean nothing is refused', () => {
  it.each([
    ['a key used twice', cardWith(item('a', 5), item('a', 5)), 'twice'],
    [
      'a step price on a demand',
      cardWith(
        criterion('a', {
          title: 'a',
          points: 10,
          source,
          measure: price.demand('x'),
          price: price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: 1 }),
        }),
      ),
      'does not fit',
    ],
    [
      'a percentage held against a plain figure',
      cardWith(
        criterion('a', {
          title: 'a',
          points: 10,
          source,
          measure: price.figure('x'),
          price: price.target({ atLeast: '98%', deduct: 1 }),
        }),
      ),
      'percentages',
    ],
    [
      'points taken from an item that is earned',
      cardWith({ ...item('a', 10), start: 'zero' }),
      'must add',
    ],
    [
      'a veto that names no grade',
      { ...fullTable, vetoes: fullTable.vetoes?.map((veto) => ({ ...veto, gradeAtMost: 'x' })) },
      'no grade',
    ],
  ])('%s', (_what, card, message) => {
    expect(() => compileScorecard(card)).toThrow(message);
  });
});
