import { describe, expect, it } from 'vitest';
import * as price from './define-prices.ts';
import { bonus, criterion, rule } from './define.ts';
import {
  countFact,
  eventFact,
  flagFact,
  ratioFact,
  scoreItem,
  testSource as source,
  units,
} from './testing/scorecards.fixtures.ts';

const common = { title: '项目', source };

describe('R5 one event counts once inside an item', () => {
  const rules = [
    rule('wrong', { measure: price.events('wrong'), price: price.perUnit({ deduct: 1 }) }),
    rule('late', { measure: price.events('late'), price: price.perUnit({ deduct: '0.5' }) }),
  ];
  const facts = { wrong: eventFact({ id: 'a' }), late: eventFact({ id: 'a' }, { id: 'b' }) };

  it('takes the first rule of the standard for an event that two rules could price', () => {
    const node = scoreItem(criterion('item', { ...common, points: 5, rules }), facts);
    expect(node.deduction).toBe(units('1.5'));
    expect(node.lines.map(({ eventIds }) => eventIds)).toEqual([['a'], ['b']]);
  });

  it('prices it twice only where the standard says that each rule stands alone', () => {
    const item = criterion('item', { ...common, points: 5, rules, events: 'each-rule' });
    expect(scoreItem(item, facts).deduction).toBe(units('2'));
  });

  it('fills one demand first with what no other demand could use', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      rules: [
        rule('visits', {
          measure: price.events('visits'),
          price: price.shortfall({ minimum: 1, deduct: 1 }),
        }),
        rule('night', {
          measure: price.events('visits', 'night'),
          price: price.shortfall({ minimum: 1, deduct: 2 }),
        }),
      ],
    });
    const both = eventFact({ id: 'a', category: 'night' }, { id: 'b', category: 'day' });
    expect(scoreItem(item, { visits: both }).deduction).toBe(0);
    const one = eventFact({ id: 'a', category: 'night' });
    expect(scoreItem(item, { visits: one }).deduction).toBe(units('2'));
  });

  it('counts different kinds beside the number when the standard asks for both', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      events: 'each-rule',
      rules: [
        rule('visits', {
          measure: price.events('visits'),
          price: price.shortfall({ minimum: 4, deduct: '0.5' }),
        }),
        rule('kinds', {
          measure: price.differentKinds('visits'),
          price: price.shortfall({ minimum: 3, deduct: 1 }),
        }),
      ],
    });
    const visits = eventFact(
      { id: 'a', category: 'school' },
      { id: 'b', category: 'school' },
      { id: 'c', category: 'clinic' },
    );
    expect(scoreItem(item, { visits }).deduction).toBe(units('1.5'));
  });
});

describe('R14 not applicable', () => {
  const applies = { field: 'emergencies', op: 'gt' as const, value: 0 };

  it('deducts nothing when no emergency happened', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      applies,
      measure: price.demand('reported'),
      price: price.once({ deduct: 5 }),
    });
    const facts = { emergencies: countFact(0), reported: flagFact(false) };
    expect(scoreItem(item, facts)).toMatchObject({ state: 'not-applicable', score: units('5') });
    expect(scoreItem(item, { ...facts, emergencies: countFact(1) }).score).toBe(0);
  });

  it('gives no bonus where there was no task', () => {
    const item = bonus('item', {
      ...common,
      points: 5,
      applies,
      measure: price.events('honours'),
      price: price.perUnit({ add: 1 }),
    });
    const facts = { emergencies: countFact(0), honours: countFact(3) };
    expect(scoreItem(item, facts)).toMatchObject({ state: 'not-applicable', bonus: 0 });
  });

  it('asks nothing of a unit that had nothing due, and says so', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      measure: price.indicator('answered'),
      price: price.target({ atLeast: '100%', deduct: 5 }),
    });
    const node = scoreItem(item, { answered: ratioFact(0, 0) });
    expect(node).toMatchObject({ state: 'not-applicable', deduction: 0 });
    expect(node.note).toEqual({ zh: '没有应办事项', en: 'there was nothing to do' });
  });
});

describe('a missing measurement is never a zero', () => {
  it.each([
    ['a ratio', price.indicator('x'), price.target({ atLeast: '98%', deduct: 5 })],
    ['a demand', price.demand('x'), price.once({ deduct: 5 })],
    ['a minimum', price.events('x'), price.shortfall({ minimum: 4, deduct: 1 })],
    ['a judgement', price.judgement('x'), price.range('deduct', { min: 0, max: 5 })],
  ])('waits for %s that nobody has recorded', (_what, measure, priced) => {
    const item = criterion('item', { ...common, points: 5, measure, price: priced });
    expect(scoreItem(item, {})).toMatchObject({ state: 'pending', deduction: 0 });
  });

  it('R15 does not count a figure outside the range, or one without a reason', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      measure: price.judgement('view'),
      price: price.range('deduct', { min: 0, max: 2 }),
    });
    const far = { view: { kind: 'judgement', points: '2.0001', reason: '很差' } } as const;
    const mute = { view: { kind: 'judgement', points: '1', reason: ' ' } } as const;
    expect(scoreItem(item, far).state).toBe('pending');
    expect(scoreItem(item, mute).state).toBe('pending');
  });

  it('does not let an event of an unpriced category go free', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      measure: price.events('reports'),
      price: price.perCategory('deduct', { late: { title: '迟报', points: 1 } }),
    });
    expect(scoreItem(item, { reports: eventFact({ id: 'a', category: 'hidden' }) }).state).toBe(
      'pending',
    );
  });
});

describe('R17 no written proof, no points', () => {
  const gated = criterion('item', {
    ...common,
    points: 5,
    measure: price.events('faults'),
    price: price.perUnit({ deduct: 1 }),
    evidence: { fact: 'papers', title: '书面材料' },
  });

  it('takes what the faults have left', () => {
    const node = scoreItem(gated, { faults: countFact(2) });
    expect(node.score).toBe(0);
    expect(node.lines.map(({ rule: key, counted }) => [key, counted])).toEqual([
      ['rule', units('2')],
      ['evidence', units('3')],
    ]);
  });

  it('leaves the item alone once the papers are there', () => {
    expect(scoreItem(gated, { papers: flagFact(true) }).score).toBe(units('5'));
    expect(scoreItem(gated, { papers: eventFact({ id: 'file' }) }).score).toBe(units('5'));
  });

  it('gives no bonus either', () => {
    const item = bonus('item', {
      ...common,
      points: 5,
      measure: price.events('honours'),
      price: price.perUnit({ add: 1 }),
      evidence: { fact: 'papers', title: '证书' },
    });
    expect(scoreItem(item, { honours: countFact(3) }).bonus).toBe(0);
    expect(scoreItem(item, { honours: countFact(3), papers: flagFact(true) }).bonus).toBe(
      units('3'),
    );
  });
});

describe('caps and floors', () => {
  it('R16 counts each quarter apart, with its own limit', () => {
    const item = criterion('item', {
      ...common,
      points: 10,
      measure: price.events('late'),
      price: price.perUnit({ deduct: 1 }),
      periodCap: { every: 'quarter', cap: '1.5' },
    });
    const late = eventFact(
      { id: 'a', on: '2024-01-02' },
      { id: 'b', on: '2024-03-31' },
      { id: 'c', on: '2024-04-01' },
    );
    const node = scoreItem(item, { late });
    expect(node.deduction).toBe(units('2.5'));
    expect(node.bounds).toEqual([
      { kind: 'period-cap', rule: 'rule', limit: units('1.5'), change: units('0.5') },
    ]);
    expect(scoreItem(item, { late: eventFact({ id: 'a' }) }).state).toBe('pending');
  });

  it('倒扣: an item may go below zero as far as its floor', () => {
    const item = criterion('item', {
      ...common,
      points: 2,
      floor: '-1.5',
      measure: price.events('faults'),
      price: price.perUnit({ deduct: 1 }),
    });
    expect(scoreItem(item, { faults: countFact(3) }).score).toBe(units('-1'));
    expect(scoreItem(item, { faults: countFact(9) })).toMatchObject({
      score: units('-1.5'),
      bounds: [{ kind: 'floor', limit: units('-1.5'), change: units('5.5') }],
    });
  });

  it('保底: an item that is earned never falls under its floor', () => {
    const item = criterion('item', {
      ...common,
      points: 5,
      floor: 1,
      measure: price.events('done'),
      price: price.perUnit({ add: 2 }),
    });
    expect(scoreItem(item, { done: countFact(0) })).toMatchObject({
      score: units('1'),
      bounds: [{ kind: 'floor', limit: units('1'), change: units('1') }],
    });
    expect(scoreItem(item, { done: countFact(4) }).score).toBe(units('5'));
  });
});
