import { describe, expect, it } from 'vitest';
import { compileScorecard } from './compile.ts';
import * as price from './define-prices.ts';
import { bonus, criterion, defineScorecard, group, rule } from './define.ts';
import { score } from './score.ts';
import {
  cleanFacts as clean,
  cardOf,
  countFact,
  eventFact,
  flagFact,
  fullTable,
  ratioFact,
  testSource as source,
  units,
} from './testing/scorecards.fixtures.ts';

const compiled = compileScorecard(fullTable);

describe('R36 base and bonus', () => {
  it('gives 100 of 100 to a unit with nothing to its debit, and shows the bonus apart', () => {
    const sheet = score(compiled, { ...clean, clues: countFact(8), press: countFact(1) });
    expect(sheet).toMatchObject({
      complete: true,
      full: units('100'),
      base: units('100'),
      deductions: 0,
      bonus: units('1.4'),
      final: units('101.4'),
      grade: { key: 'excellent' },
    });
  });

  it('R16 stops honours of one kind at their cap, wherever in the card they stand', () => {
    const honours = eventFact({ id: 'a', category: 'province', quantity: 4 });
    const sheet = score(compiled, { ...clean, honours, press: countFact(3) });
    expect(sheet.bonus).toBe(units('5'));
    expect(sheet.tree.find(({ key }) => key === 'press')).toMatchObject({
      bonus: units('1'),
      bounds: [{ kind: 'kind-cap', limit: units('5'), change: -units('2') }],
    });
  });

  it('lets another fault count once the cap of a kind has made room under the floor', () => {
    const card = {
      ...cardOf(
        criterion('first', {
          title: '甲',
          points: 5,
          measure: price.events('a'),
          kind: 'k',
          price: price.perUnit({ deduct: 1 }),
          source,
        }),
        criterion('second', {
          title: '乙',
          points: 1,
          source,
          rules: [
            rule('kind', {
              measure: price.events('b'),
              kind: 'k',
              price: price.perUnit({ deduct: 1 }),
            }),
            rule('other', { measure: price.events('c'), price: price.perUnit({ deduct: '0.5' }) }),
          ],
        }),
      ),
      kindCaps: [{ kind: 'k', title: '同类', effect: 'deduct' as const, cap: '2' }],
    };
    const sheet = score(compileScorecard(card), {
      a: countFact(2),
      b: countFact(1),
      c: countFact(1),
    });
    expect(sheet.tree.map(({ deduction }) => deduction)).toEqual([units('2'), units('0.5')]);
  });
});

describe('totals', () => {
  it('names what is still to be measured and gives no grade before', () => {
    const { manner: _manner, ...rest } = clean;
    const sheet = score(compiled, rest);
    expect(sheet).toMatchObject({ complete: false, grade: null });
    expect(sheet.pending.map(({ criterion: key }) => key)).toEqual(['manner']);
  });

  it('cap the deductions of a group and say by how much', () => {
    const visits = eventFact();
    const facts = { ...clean, training: ratioFact(0, 100), visits };
    const node = score(compiled, facts).tree[1];
    expect(node?.children.map(({ deduction }) => deduction)).toEqual([units('5'), units('4.5')]);
    const tight = group('tight', {
      title: '组',
      points: 17,
      deductionCap: 6,
      children: fullTable.children[1]?.type === 'group' ? fullTable.children[1].children : [],
    });
    const capped = score(compileScorecard(cardOf(tight)), facts).tree[0];
    expect(capped).toMatchObject({
      deduction: units('6'),
      score: units('11'),
      bounds: [{ kind: 'group-cap', limit: units('6'), change: units('3.5') }],
    });
  });

  it('round once, at the end, and only where the card says so', () => {
    const item = criterion('item', {
      title: '项目',
      points: 10,
      source,
      measure: price.events('faults'),
      price: price.perUnit({ deduct: '0.3333' }),
    });
    const card = { ...cardOf(item), rounding: { places: 1 } };
    const facts = { faults: countFact(2) };
    expect(score(compileScorecard(cardOf(item)), facts).final).toBe(units('9.3334'));
    expect(score(compileScorecard(card), facts)).toMatchObject({
      final: units('9.3'),
      bounds: [{ kind: 'rounding', limit: 1, change: -units('0.0334') }],
    });
  });

  it('stay between the floor and the cap of the card', () => {
    const card = defineScorecard('card', {
      title: '表',
      points: 5,
      bonusPoints: 5,
      source,
      total: { floor: '0', cap: '6' },
      children: [
        criterion('item', {
          title: '项目',
          points: 5,
          floor: -20,
          source,
          measure: price.events('faults'),
          price: price.perUnit({ deduct: 4 }),
        }),
        bonus('extra', {
          title: '加分',
          points: 5,
          source,
          measure: price.events('deeds'),
          price: price.perUnit({ add: 1 }),
        }),
      ],
    });
    const once = compileScorecard(card);
    expect(score(once, { faults: countFact(5) }).final).toBe(0);
    expect(score(once, { deeds: countFact(5) }).final).toBe(units('6'));
  });

  it('add up the items marked ★ apart', () => {
    expect(score(compiled, { ...clean, papers: countFact(10) }).core).toBe(units('29'));
  });
});

describe('R24 R25 vetoes and R34 grades', () => {
  it('a proven red packet caps the grade whatever the score', () => {
    const sheet = score(compiled, {
      ...clean,
      'red-packets': eventFact({ id: 'case_1', reason: '已查实' }),
    });
    expect(sheet).toMatchObject({
      final: units('100'),
      grade: { key: 'poor' },
      gradeBeforeVeto: { key: 'excellent' },
      vetoes: [{ key: 'red-packet', eventIds: ['case_1'], gradeAtMost: 'poor' }],
    });
    expect(sheet.vetoes[0]?.reason).toEqual({
      zh: '查实收受红包（已查实）',
      en: '查实收受红包 (已查实)',
    });
  });

  it('gives 良好, not 优秀, for 99.5 points with one small deduction', () => {
    const sheet = score(compiled, { ...clean, published: flagFact(false) });
    expect(sheet.final).toBe(units('99.5'));
    expect(sheet.grade?.key).toBe('good');
  });

  it('gives no grade in the hole of the published table rather than inventing one', () => {
    const facts = { ...clean, satisfaction: { kind: 'value', value: '50' } as const };
    const sheet = score(
      compiled,
      { ...facts, overdue: countFact(1) },
      {
        rounds: [{ id: 'd', points: '7', reason: '缺' }],
      },
    );
    expect(sheet.deductions).toBe(units('27'));
    expect(sheet).toMatchObject({ complete: true, grade: null });
  });
});
