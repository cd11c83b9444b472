import { describe, expect, it } from 'vitest';
import { compileScorecard } from './compile.ts';
import * as price from './define-prices.ts';
import { criterion } from './define.ts';
import { score } from './score.ts';
import {
  cleanFacts as clean,
  cardOf,
  fullTable,
  ratioFact,
  testSource as source,
  units,
} from './testing/scorecards.fixtures.ts';

const compiled = compileScorecard(fullTable);

describe('deductions by exception', () => {
  it('leave every item that is not listed at its full points', () => {
    const sheet = score(compiled, clean, {
      notice: [{ id: 'ded_1', points: '1.5', reason: '公示栏缺一页', recordedBy: '区级审核组' }],
    });
    expect(sheet.deductions).toBe(units('1.5'));
    const notice = sheet.tree[0]?.children[1];
    expect(notice?.lines[0]).toMatchObject({
      rule: 'recorded',
      counted: units('1.5'),
      reason: { zh: '扣1.5分：公示栏缺一页' },
      eventIds: ['ded_1'],
      recordedBy: ['区级审核组'],
    });
  });

  it('take no more than the item holds', () => {
    const sheet = score(compiled, clean, {
      notice: [{ id: 'ded_1', points: '50', reason: '全部缺失' }],
    });
    expect(sheet.deductions).toBe(units('5'));
  });

  it('are refused for an item the card does not have', () => {
    expect(() => score(compiled, clean, { nowhere: [] })).toThrow('nowhere');
  });

  it('are not dropped in silence where the item does not apply', () => {
    const facts = { ...clean, patrols: ratioFact(0, 0) };
    const item = criterion('item', {
      title: '项目',
      points: 5,
      source,
      measure: price.indicator('patrols'),
      price: price.target({ atLeast: '100%', deduct: 5 }),
    });
    const sheet = score(compileScorecard(cardOf(item)), facts, {
      item: [{ id: 'ded_1', points: '1', reason: '缺' }],
    });
    expect(sheet).toMatchObject({ complete: false, deductions: 0 });
  });
});
