import { describe, expect, it } from 'vitest';
import type { ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import * as composed from './define-composed.ts';
import * as price from './define-prices.ts';
import { rule } from './define.ts';
import { findRuleProblems } from './rule-problems.ts';
import { item } from './testing/rule-kinds.fixtures.ts';
import { cardOf, fullTable, testSource as source } from './testing/scorecards.fixtures.ts';

type Options = Parameters<typeof rule>[1];

const cardWith = (own: ScoreRule): Scorecard => ({
  key: 'card',
  title: '表',
  points: '5',
  source,
  children: [{ ...item({ points: 5, rules: [own] }), start: 'full' }],
});
const found = (options: Options) =>
  findRuleProblems(cardWith(rule('r', options))).map(({ code, message }) => [code, message.zh]);

describe('rules that mean nothing are found before a card is published', () => {
  it('finds nothing to say about a full table', () => {
    expect(findRuleProblems(fullTable)).toEqual([]);
    const sound = item({ points: 5, measure: price.demand('x'), price: price.once({ deduct: 1 }) });
    expect(findRuleProblems(cardOf(sound))).toEqual([]);
  });

  it('says where', () => {
    const own = rule('r', { measure: price.demand('x'), price: price.once({ deduct: 0 }) });
    expect(findRuleProblems(cardWith(own))).toMatchObject([{ path: ['card', 'item', 'r'] }]);
  });

  const rate = price.indicator('rate');
  it.each<[string, Options, string, string]>([
    [
      'a share above all',
      { measure: rate, price: price.target({ atLeast: '101%', deduct: 1 }) },
      'rule-never-met',
      '比率不可能达到101%',
    ],
    [
      'a tier above all',
      { measure: rate, price: price.tiers('deduct', { '120%': 0 }, { otherwise: 1 }) },
      'rule-never-met',
      '比率不可能达到120%',
    ],
    [
      'a minimum of nothing',
      { measure: price.events('x'), price: price.shortfall({ minimum: 0, deduct: 1 }) },
      'rule-never-met',
      '下限为0，永远不会短缺',
    ],
    [
      'a step below nothing',
      {
        measure: rate,
        price: price.perStep({ below: '0%', step: '5%', steps: 'full', deduct: 1 }),
      },
      'rule-never-met',
      '不可能再低于0%',
    ],
    [
      'a step of no width',
      {
        measure: rate,
        price: price.perStep({ below: '9%', step: '0%', steps: 'full', deduct: 1 }),
      },
      'rule-range-reversed',
      '每档幅度为0',
    ],
    [
      'a price of nothing',
      { measure: price.events('x'), price: price.perUnit({ deduct: 0 }) },
      'rule-without-effect',
      '分值为0，不起作用',
    ],
    [
      'a range turned round',
      { measure: price.judgement('x'), price: price.range('deduct', { min: 2, max: 1 }) },
      'rule-range-reversed',
      '下限高于上限',
    ],
    [
      'a category that is read and not priced',
      {
        measure: price.events('x', 'late', 'omitted'),
        price: price.perCategory('deduct', { late: { title: '迟报', points: 1 } }),
      },
      'rule-option-unpriced',
      '类别“omitted”没有分值',
    ],
    [
      'a category that is priced and not read',
      {
        measure: price.events('x', 'late'),
        price: price.perCategory('deduct', {
          late: { title: '迟报', points: 1 },
          hidden: { title: '瞒报', points: 5 },
        }),
      },
      'rule-never-met',
      '不会出现类别“hidden”',
    ],
    [
      'a light that is never yellow',
      {
        measure: composed.light('x', { better: 'higher', warn: '85', alarm: '90' }),
        price: price.choices('deduct', {
          green: { title: '绿', points: 0 },
          yellow: { title: '黄', points: 1 },
          red: { title: '红', points: 2 },
        }),
      },
      'rule-range-reversed',
      '预警值与报警值颠倒或相同，永远不会亮黄灯',
    ],
    [
      'a rung without a price',
      {
        measure: composed.ladder({ c: { title: 'C', elements: { x: '有' } } }),
        price: price.choices('deduct', {
          none: { title: '未达', points: 1 },
          c: { title: 'C', points: 0 },
          b: { title: 'B', points: 0 },
        }),
      },
      'rule-never-met',
      '不会出现“b”',
    ],
    [
      'votes of which none counts',
      {
        measure: composed.votes('x', {
          places: 0,
          answers: { a: { title: '不了解' }, b: { title: '弃权' } },
        }),
        price: price.target({ atLeast: '80', deduct: 1 }),
      },
      'rule-never-met',
      '没有一个选项计入有效票',
    ],
    [
      'a window that ends before it begins',
      {
        measure: price.events('x'),
        price: price.perUnit({ deduct: 1 }),
        leniency: { from: '2024-06-30', to: '2024-03-01' },
      },
      'rule-window-reversed',
      '期间的起止颠倒',
    ],
  ])('%s', (_what, options, code, zh) => {
    expect(found(options)).toEqual([[code, zh]]);
  });

  it('names a level that is stated twice', () => {
    const priced = price.tiers('deduct', { '90': 0, '90.0': 1 }, { otherwise: 2 });
    expect(found({ measure: price.figure('x'), price: priced })).toEqual([
      ['rule-level-twice', '同一档次写了两次'],
    ]);
  });

  it('names a card that cannot be read at all', () => {
    const priced = price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: 1 });
    expect(found({ measure: price.demand('x'), price: priced })).toEqual([
      ['definition', '评分标准无法执行：r: a price “per-step” does not fit a measure “flag”'],
    ]);
  });

  it('names a veto that leads to the best grade', () => {
    const vetoes = fullTable.vetoes?.map((veto) => ({ ...veto, gradeAtMost: 'excellent' }));
    expect(findRuleProblems({ ...fullTable, vetoes })).toMatchObject([
      { code: 'veto-without-consequence', path: ['full-table', 'vetoes', 'red-packet'] },
    ]);
  });
});
