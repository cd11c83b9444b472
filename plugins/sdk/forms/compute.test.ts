import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, form } from '../define.ts';
import { computeFields } from './compute.ts';

const sums = form('sums', {
  title: '合计',
  fields: [
    field.integer('due', '应报'),
    field.integer('done', '实报'),
    field.money('back', '退回金额'),
    field.table('rows', '明细', [field.integer('n', '件数'), field.money('paid', '金额')]),
    field.computed('n-total', '件数合计', { compute: { op: 'sum', of: ['n'] } }),
    field.computed('paid-total', '金额合计', { compute: { op: 'sum', of: ['paid', 'back'] } }),
    field.computed('left', '未报', { compute: { op: 'difference', of: ['due', 'done'] } }),
    field.computed('rate', '报送率', { compute: { op: 'ratio', of: ['done', 'due'] } }),
    field.computed('rows-count', '行数', { compute: { op: 'row-count', of: ['rows'] } }),
  ],
});

describe('computed fields', () => {
  it('add up a column and keep a whole number whole', () => {
    const rows = [{ id: 'a', n: 2 }, { id: 'b', n: 3 }, { id: 'c' }];
    expect(computeFields(sums, { rows })).toMatchObject({ 'n-total': 5, 'rows-count': 3 });
  });

  it('add money to the last cent', () => {
    const rows = [
      { id: 'a', paid: '0.10' },
      { id: 'b', paid: '0.20' },
    ];
    expect(computeFields(sums, { rows, back: '100' })).toMatchObject({ 'paid-total': '100.3' });
  });

  it('keep a ratio as its two integers', () => {
    expect(computeFields(sums, { due: 60, done: 52 })).toMatchObject({
      left: 8,
      rate: { numerator: 52, denominator: 60 },
    });
  });

  it('leave absent what cannot be worked out, and never show zero for it', () => {
    const computed = computeFields(sums, { due: 0, done: 0 });
    expect('rate' in computed).toBe(false);
    expect('n-total' in computed).toBe(false);
    expect('left' in computeFields(sums, { due: 5 })).toBe(false);
  });

  it('take no word of the client’s for a computed value', () => {
    expect(computeFields(sums, { 'n-total': 99 })).not.toHaveProperty('n-total');
  });

  it('are the same when worked out twice', () => {
    const answers = fc.record({ due: fc.nat(), done: fc.nat(), back: fc.constant('1.5') });
    fc.assert(
      fc.property(answers, (each) => {
        const once = computeFields(sums, each);
        expect(computeFields(sums, once)).toEqual(once);
      }),
    );
  });
});
