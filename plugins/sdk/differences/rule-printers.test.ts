import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Price, ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Guard } from '#schema/contracts/campaign/workflow.ts';
import { field, form } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { printCondition, printGuards, printRequired } from './condition-printers.ts';
import { describeDifferences } from './differences.ts';
import {
  printGradeCondition,
  printLeniency,
  printMeasure,
  printPeriodCap,
  printPrice,
} from './score-printers.ts';

const report = form('report', {
  title: '情况表',
  fields: [
    field.choice('held', '是否开展', { yes: { zh: '已开展', en: 'held' }, no: '未开展' }),
    field.integer('people', { zh: '人数', en: 'People' }),
    field.integer('due', '应到人数'),
    field.text('why', '原因'),
  ],
});
const register: Register = {
  key: 'problems',
  title: '问题台账',
  noun: '问题',
  clause: 'goal',
  form: 'report',
  source: { proposed: true, reason: '示例' },
  links: [{ key: 'clue', title: '问题线索', register: 'clues' }],
};
const campaign: Campaign = { ...smallCampaign(), forms: [report], registers: [register] };
const place = { campaign, part: register };
const held: Condition = { field: 'held', op: 'eq', value: 'yes' };
const zh = (condition: Condition) => printCondition(condition, place, 'zh-CN');

describe('a condition', () => {
  it('is said by the names of fields and options, nested as it is', () => {
    expect(zh(held)).toBe('“是否开展”为已开展');
    const many: Condition = { field: 'people', op: 'ge', value: 10 };
    const blank: Condition = { field: 'why', op: 'absent' };
    expect(zh({ all: [held, { any: [many, { not: blank }] }] })).toBe(
      '“是否开展”为已开展，并且（“人数”不小于10，或者（并非“原因”未填））',
    );
    expect(zh({ field: 'people', op: 'le', than: 'due' })).toBe('“人数”不大于“应到人数”');
    expect(zh({ field: 'held', op: 'in', value: ['yes', 'no'] })).toBe(
      '“是否开展”为已开展或未开展',
    );
    expect(printCondition(held, place, 'en')).toContain('is held');
  });

  it('calls by its key what no form asks for', () => {
    expect(zh({ field: 'beds', op: 'gt', value: 99 })).toBe('“beds”大于99');
    expect(zh({ field: 'beds', op: 'eq', value: true })).toBe('“beds”为是');
  });

  it('may make a field required, as yes and no may', () => {
    const said = [held, true, false].map((each) => printRequired(each, place, 'zh-CN'));
    expect(said).toEqual(['“是否开展”为已开展', '必填', '可不填']);
  });
});

describe('the guards of a step', () => {
  it.each<[Guard, string, string]>([
    [{ kind: 'not-filer' }, '谁申请谁不得审批', 'nobody approves what he filed'],
    [{ kind: 'instances-closed' }, '各单位均已销号', 'every unit’s instance is closed'],
    [
      { kind: 'linked-entry', link: 'clue', unlessField: 'why' },
      '须关联“问题线索”或填写“原因”',
      'an entry linked by “问题线索” or “原因” filled in',
    ],
    [{ kind: 'before-expiry', clock: 'mend' }, '须在“mend”届满前', 'before “mend” runs out'],
    [
      { kind: 'ticks', ticks: [{ key: 'seal', title: { zh: '章印清晰', en: 'stamp' } }] },
      '逐条确认：章印清晰',
      'confirmed line by line: stamp',
    ],
    [
      { kind: 'condition', when: held, message: '未开展' },
      '“是否开展”为已开展',
      '“是否开展” is held',
    ],
  ])('%o', (guard, chinese, english) => {
    expect(printGuards([guard], place, 'zh-CN')).toBe(chinese);
    expect(printGuards([guard], place, 'en')).toBe(english);
  });
});

describe('a price', () => {
  const priced = { title: { zh: '一般', en: 'minor' }, amount: '1' };
  it.each<[Price, string, string]>([
    [{ kind: 'fixed', amount: '2' }, '一次2分', '2 points once'],
    [{ kind: 'per-element', amount: '2' }, '每1项2分', '2 points for each demand'],
    [{ kind: 'per-unit', amount: '0.5' }, '每1次0.5分', '0.5 points each time'],
    [
      { kind: 'per-unit', amount: '1', beyond: 3 },
      '超过3次后每1次1分',
      '1 points each time beyond 3',
    ],
    [
      { kind: 'per-category', prices: [{ category: 'minor', ...priced }] },
      '一般1分',
      'minor 1 points',
    ],
    [
      {
        kind: 'choices',
        choices: [
          { choice: 'minor', ...priced },
          { choice: 'b', ...priced },
        ],
      },
      '一般1分、一般1分',
      'minor 1 points, minor 1 points',
    ],
    [
      { kind: 'shortfall', minimum: 2, amount: '1' },
      '应有2次，每少1次1分',
      '2 wanted, each missing 1 points',
    ],
    [
      { kind: 'per-step', from: '98%', side: 'below', step: '5%', steps: 'full', amount: '0.5' },
      '低于98%的，每满5%0.5分',
      'below 98%, for each full 5% 0.5 points',
    ],
    [
      { kind: 'per-step', from: '8%', side: 'above', step: '1%', steps: 'started', amount: '1' },
      '高于8%的，每1%（不足的按一档）1分',
      'above 8%, for each started 1% 1 points',
    ],
    [
      { kind: 'target', side: 'at-most', level: '5%', amount: '3' },
      '以不超过5%为线，3分',
      '3 points by at most 5%',
    ],
    [
      { kind: 'tiers', tiers: [{ atLeast: '90%', amount: '5' }], otherwise: '0' },
      '不低于90%的5分、其余0分',
      'at least 90% 5 points, otherwise 0 points',
    ],
    [
      { kind: 'proportional', points: '10', places: 1 },
      '按比例，满分10分，保留1位小数',
      'in proportion, 10 points in full, 1 places',
    ],
    [
      { kind: 'repeated', first: '1', again: '2' },
      '首次1分，同一问题再次2分',
      'first 1 points, then 2 points',
    ],
    [{ kind: 'range', min: '0', max: '5' }, '在0至5分内酌定', 'between 0 and 5 points'],
    [
      { kind: 'recorded', max: '5' },
      '登记时定分，每次不超过5分',
      'set when recorded, 5 points at most each',
    ],
  ])('%o', (price, chinese, english) => {
    expect(printPrice(price, place, 'zh-CN')).toBe(chinese);
    expect(printPrice(price, place, 'en')).toBe(english);
  });
});

describe('what a rule measures, caps and forgives', () => {
  it.each<[ScoreMeasure, string]>([
    [{ kind: 'events', fact: 'late', distinct: true }, '事件次数（同类只算一次）'],
    [{ kind: 'ratio', fact: 'trained' }, '比率'],
    [{ kind: 'elements', elements: [{ fact: 'plan', title: '有方案' }] }, '逐项要求：有方案'],
    [{ kind: 'sample', fact: 'files', draw: 'random', size: 20 }, '抽查（20份）'],
    [
      { kind: 'light', fact: 'share', better: 'lower', warn: '5%', alarm: '10%' },
      '红黄绿灯（5%转黄，10%转红）',
    ],
  ])('%o', (measure, chinese) => {
    expect(printMeasure(measure, place, 'zh-CN')).toBe(chinese);
    expect(printMeasure(measure, place, 'en')).not.toBe('');
  });

  it('is at most so much in a period, and nothing for who came forward', () => {
    expect(printPeriodCap({ every: 'quarter', cap: '5' }, place, 'zh-CN')).toBe('每季度最多5分');
    const window = { from: '2026-03-01', to: '2026-04-30' };
    expect(printLeniency(window, place, 'zh-CN')).toBe('2026-03-01至2026-04-30主动说明的不扣');
  });

  it('gives a grade where its conditions hold', () => {
    const total = { metric: 'total' as const, op: 'ge' as const, value: '90' };
    const core = { metric: 'core' as const, op: 'lt' as const, share: '60%' };
    expect(
      printGradeCondition({ all: [total, { veto: false }, { not: core }] }, place, 'zh-CN'),
    ).toBe('总分不低于90分，并且没有一票否决，并且（并非核心项得分低于最高可得的60%）');
    expect(printGradeCondition({ any: [total, { veto: true }] }, place, 'en')).toBe(
      'the total at least 90 points, or a veto',
    );
  });
});

describe('the list of differences', () => {
  const said = (after: Partial<Campaign>, before: Campaign = campaign) =>
    describeDifferences(before, { ...before, ...after }).map(({ message }) => message.zh);

  it('says the condition under which a field shows, is required, or is checked', () => {
    const fields = report.fields.map((each) =>
      each.key === 'why' ? { ...each, visible: { not: held }, required: true } : each,
    );
    const check = {
      key: 'tally',
      assert: { field: 'people', op: 'le' as const, than: 'due' },
      missing: 'skip' as const,
      at: 'people',
      message: '人数不能多于应到人数',
    };
    const with_ = { ...campaign, forms: [{ ...report, fields, checks: [check] }] };
    expect(said({ forms: with_.forms }).join('\n')).toMatch(
      /显示条件由“无”改为“并非“是否开展”为已开展”[^]*是否必填由“无”改为“必填”/u,
    );
    expect(said({ forms: with_.forms }).join()).toContain('增加审核关系“人数不能多于应到人数”');
    const strict = { ...check, assert: { ...check.assert, op: 'lt' as const } };
    const later = [{ ...report, fields, checks: [strict] }];
    expect(said({ forms: later }, with_)).toEqual([
      `报表“情况表”中审核关系“人数不能多于应到人数”的要求由“${zh(check.assert)}”改为“${zh(strict.assert)}”`,
    ]);
  });

  it('says what a rule costs now and what it cost', () => {
    const card = smallScorecard();
    const reprice = (nodes: Scorecard['children']): Scorecard['children'] =>
      nodes.map((node) =>
        node.type === 'group'
          ? { ...node, children: reprice(node.children) }
          : {
              ...node,
              rules: node.rules.map((rule) => ({
                ...rule,
                price: { kind: 'per-unit' as const, amount: '7' },
              })),
            },
      );
    const before = { ...campaign, scorecards: [card] };
    const lines = said({ scorecards: [{ ...card, children: reprice(card.children) }] }, before);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/计多少分由“.+”改为“每1次7分”$/u);
  });
});
