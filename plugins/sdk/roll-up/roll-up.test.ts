import { describe, expect, it } from 'vitest';
import { field, form } from '../define.ts';
import { cellStateOf, countCells } from './cells.ts';
import { ownUnits } from './nearest.ts';
import { compareWithSums, contributionsOf, sumOf } from './roll-up.ts';

const summary = form('summary', {
  title: '汇总表',
  fields: [
    field.integer('cases', '查处件数'),
    field.money('amount', '涉及金额'),
    field.integer('units', '报送单位数'),
    field.longText('narrative', '主要做法'),
  ],
});
const rule = {
  sums: [
    { field: 'cases', of: 'cases' },
    { field: 'amount', of: 'amount' },
    { field: 'units', of: 'cases', by: 'filings' as const },
  ],
};
const filed = (answers: Record<string, unknown>, nil = false) =>
  contributionsOf(rule, summary, { nil, answers });

describe('the cell of a unit', () => {
  it.each([
    ['accepted', 1, false, 'accepted'],
    ['accepted', 1, true, 'on-behalf'],
    ['filed', 1, false, 'waiting'],
    ['returned', 1, false, 'waiting'],
    ['held', 1, true, 'waiting'],
    ['draft', null, false, 'missing'],
    ['signed', null, true, 'missing'],
    ['exempt', null, false, 'exempt'],
  ] as const)('%s, first filed %s, on behalf %s: %s', (state, firstFiledAt, onBehalf, cell) => {
    expect(cellStateOf({ state, firstFiledAt, onBehalf })).toBe(cell);
  });

  it('is counted once, and 应报 is 已报, 未报 and 免报 together', () => {
    const counts = countCells([
      'accepted',
      'accepted',
      'on-behalf',
      'waiting',
      'missing',
      'exempt',
    ]);
    expect(counts).toMatchObject({ due: 6, filed: 4, accepted: 2, onBehalf: 1, waiting: 1 });
    expect(counts.filed + counts.missing + counts.exempt).toBe(counts.due);
  });
});

describe('the sums', () => {
  it('take what was accepted, money to the cent, and nothing that waits or is missing', () => {
    const units = [
      { state: 'accepted' as const, figures: filed({ cases: 3, amount: '0.10' }) },
      { state: 'on-behalf' as const, figures: filed({ cases: 2, amount: '0.20' }) },
      { state: 'waiting' as const, figures: filed({ cases: 100, amount: '9999' }) },
      { state: 'missing' as const, figures: {} },
    ];
    expect(sumOf(rule, summary, units)).toEqual({ cases: 5, amount: '0.3', units: 2 });
  });

  it('count a nil return as a filing that reports nothing', () => {
    expect(filed({ cases: 7 }, true)).toEqual({ cases: 0, amount: '0', units: 1 });
  });

  it('add nothing for an answer that is not there, and no share as if it were an amount', () => {
    expect(filed({ amount: { numerator: 1, denominator: 3 } })).toEqual({ units: 1 });
  });
});

describe('a figure beside its sum', () => {
  const sums = { cases: 5, amount: '0.3' };
  it('is the same however it is written, and open until it is taken', () => {
    expect(compareWithSums(sums, { amount: '0.30' }, {})).toMatchObject([
      { field: 'cases', standing: 'open' },
      { field: 'amount', standing: 'same' },
    ]);
  });

  it('that differs is adjusted with a reason and unexplained without one', () => {
    const answers = { cases: 6, amount: '0.4' };
    expect(compareWithSums(sums, answers, { cases: '一件由本局直接查办' })).toEqual([
      { field: 'cases', sum: 5, figure: 6, reason: '一件由本局直接查办', standing: 'adjusted' },
      { field: 'amount', sum: '0.3', figure: '0.4', standing: 'unexplained' },
    ]);
  });
});

describe('units under a nearer unit that adds up the same task', () => {
  const below = [
    { organizationId: 'h', path: 'city/h/' },
    { organizationId: 'd', path: 'city/district/d/' },
  ];
  it('are that one’s, so that nothing is added up twice', () => {
    expect(ownUnits(below, ['district']).map(({ organizationId }) => organizationId)).toEqual([
      'h',
    ]);
    expect(ownUnits(below, [])).toHaveLength(2);
  });
});
