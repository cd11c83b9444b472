import { describe, expect, it } from 'vitest';
import { compileScorecard } from './compile.ts';
import * as price from './define-prices.ts';
import { criterion } from './define.ts';
import { score } from './score.ts';
import {
  cleanFacts as clean,
  cardOf,
  eventFact,
  fullTable,
  ratioFact,
} from './testing/scorecards.fixtures.ts';

const compiled = compileScorecard(fullTable);

describe('a line says why, in the words of the standard', () => {
  const item = criterion('item', {
    title: '信息报告',
    points: 3,
    measure: price.events('late'),
    price: price.perUnit({ deduct: '0.5' }),
    noun: { zh: '迟报', en: 'late report' },
    words: '每迟报一次扣0.5分',
    source: { clause: 'twelve', quote: '每迟报一次扣0.5分' },
  });
  const late = eventFact({
    id: 'evt_1',
    on: '2024-10-08',
    reason: { zh: '9月30日应报，10月8日报', en: 'due 30 September, filed 8 October' },
    materials: ['evd_1'],
    recordedBy: '市级复核组',
  });

  it('扣0.5分：1次迟报（9月30日应报，10月8日报）', () => {
    const sheet = score(compileScorecard(cardOf(item)), { late });
    expect(sheet.tree[0]?.lines).toEqual([
      {
        rule: 'rule',
        effect: 'deduct',
        amount: 5000,
        counted: 5000,
        reason: {
          zh: '扣0.5分：1次迟报（9月30日应报，10月8日报）',
          en: '0.5 points deducted: 1 × late report (due 30 September, filed 8 October)',
        },
        words: '每迟报一次扣0.5分',
        source: { clause: 'twelve', quote: '每迟报一次扣0.5分' },
        eventIds: ['evt_1'],
        materials: ['evd_1'],
        recordedBy: ['市级复核组'],
      },
    ]);
  });

  it('says when the points of the item were used up', () => {
    const sheet = score(compileScorecard(cardOf(item)), {
      late: eventFact({ id: 'a', quantity: 5 }, { id: 'b', quantity: 2 }, { id: 'c' }),
    });
    expect(sheet.tree[0]?.lines.map(({ reason }) => reason)).toMatchObject([
      { zh: '扣2.5分：5次迟报（事由a）' },
      { zh: '扣0.5分（按标准扣1分，受上限限制）：2次迟报（事由b）' },
      { zh: '不再扣分（按标准扣0.5分，已到上限）：1次迟报（事由c）' },
    ]);
  });

  it('shows a ratio as the two numbers it is', () => {
    const sheet = score(compiled, { ...clean, training: ratioFact(87, 100) });
    const node = sheet.tree[1]?.children[0];
    expect(node?.lines[0]?.reason).toEqual({
      zh: '扣1分：完成率87/100（87%），低于98%，每满5%计1档，共2档',
      en: '1 point deducted: rate 87/100 (87%), below 98%: 2 full steps of 5%',
    });
  });
});
