import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { field, form, stampedScan } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { describeDifferences } from './differences.ts';

const base = smallCampaign();
const [task] = base.tasks as [Task];

const problems: Register = {
  key: 'problems',
  title: '问题台账',
  noun: '问题',
  clause: base.clauses[0]?.key ?? '',
  source: { proposed: true, reason: '示例' },
  form: 'problem',
  workflow: {
    start: 'claimed',
    states: [
      { key: 'claimed', title: '已认领' },
      { key: 'mending', title: '整改中' },
      { key: 'closed', title: '已销号', ends: 'closed' },
    ],
    transitions: [
      { key: 'mend', title: '开始整改', from: ['claimed'], to: 'mending', by: ['unit'] },
      { key: 'close', title: '销号', from: ['mending'], to: 'closed', by: ['office'] },
    ],
  },
  clocks: [
    {
      key: 'mending',
      title: '整改期限',
      rule: '工作方案 30日',
      term: { kind: 'days', days: 30, unit: 'natural' },
      starts: { on: 'entry' },
      endsIn: ['closed'],
      owner: 'unit',
      source: { proposed: true, reason: '示例' },
    },
  ],
};
const problemForm = form('problem', {
  title: '问题登记表',
  fields: [field.text('what', '问题'), field.date('until', '整改期限')],
});
const rate: Indicator = {
  key: 'rate',
  title: '培训覆盖率',
  form: 'ratio',
  definition: '实参训人数与应参训人数之比',
  unit: '%',
  measure: { kind: 'import', system: '满意度平台' },
  direction: 'higher',
  target: { numerator: 95, denominator: 100 },
  source: { proposed: true, reason: '示例' },
};
const before: Campaign = {
  ...base,
  forms: [...base.forms, problemForm],
  registers: [problems],
  indicators: [rate],
  scorecards: [smallScorecard()],
};

const zh = (changes: Partial<Campaign>) =>
  describeDifferences(before, { ...before, ...changes }).map(({ message }) => message.zh);
const register = (changes: Partial<Register>) => zh({ registers: [{ ...problems, ...changes }] });
const workflow = problems.workflow as NonNullable<Register['workflow']>;
const [clock] = problems.clocks as NonNullable<Register['clocks']>;

describe('a task', () => {
  it('says that two people review it from now on, and that one did', () => {
    const tasks = [{ ...task, review: { double: true as const } }];
    expect(zh({ tasks })).toEqual([`任务“自查情况报告”的审核方式由“一人审核”改为“双人复核”`]);
  });

  it('names the paper that is asked for besides, and who signs', () => {
    const deliverables = [...(task.deliverables ?? []), stampedScan('list', '问题清单')];
    const after = { ...task, deliverables, signOff: ['filler' as const, 'head' as const] };
    const signed = { ...task, signOff: ['filler' as const] };
    expect(zh({ tasks: [{ ...after, signOff: task.signOff }] })).toEqual([
      '任务“自查情况报告”增加应附材料“问题清单”',
    ]);
    expect(zh({ tasks: [signed] })[0]).toMatch(/审签环节由“填报人.*”改为“填报人”$/u);
  });
});

describe('a register', () => {
  it('tells its states and steps by their titles, never by keys', () => {
    const transitions = workflow.transitions.map((step) =>
      step.key === 'close'
        ? { ...step, from: ['claimed', 'mending'], by: ['office' as const, 'unit' as const] }
        : step,
    );
    const states = [...workflow.states, { key: 'long', title: '转长期整改', longTerm: true }];
    expect(register({ workflow: { ...workflow, start: 'mending', states, transitions } })).toEqual([
      '台账“问题台账”的起始状态由“已认领”改为“整改中”',
      '台账“问题台账”增加办理状态“转长期整改”',
      '台账“问题台账”中办理步骤“销号”的可由哪些状态办理由“整改中”改为“已认领、整改中”',
      '台账“问题台账”中办理步骤“销号”的由谁办理由“主管科室”改为“主管科室、单位”',
    ]);
  });

  it('tells a term in days with their kind, and one that runs until a day in the form', () => {
    const longer = {
      ...clock,
      term: { kind: 'days' as const, days: 20, unit: 'working' as const },
    };
    expect(register({ clocks: [longer as never] })).toEqual([
      '台账“问题台账”中时限“整改期限”的期限由“30个自然日”改为“20个工作日”',
    ]);
    const until = { ...clock, term: { kind: 'until' as const, field: 'until' } };
    expect(register({ clocks: [until as never] })[0]).toContain('改为“至“整改期限””');
    const extended = { ...clock, extension: { days: 10, unit: 'natural' as const, times: 1 } };
    expect(register({ clocks: [extended as never] })[0]).toContain(
      '延期由“无”改为“每次10个自然日，最多1次”',
    );
  });

  it('says that a term came, went, or that steps stand in another order', () => {
    expect(register({ clocks: [] })).toEqual(['台账“问题台账”删去时限“整改期限”']);
    const transitions = workflow.transitions.toReversed();
    expect(register({ workflow: { ...workflow, transitions } })).toEqual([
      '台账“问题台账”的办理步骤顺序有调整',
    ]);
  });

  it('says who sees an entry and how it is handed over', () => {
    expect(register({ visibility: { units: 'own', masked: ['what'] } })).toEqual([
      '台账“问题台账”的单位可见范围由“无”改为“本单位”',
      '台账“问题台账”的隐去的栏由“无”改为“问题”',
    ]);
    const handOver = { verbs: ['assign' as const], refuseWithin: 3, coordinator: '行风办' };
    expect(register({ handOver })).toContain('台账“问题台账”的方式由“无”改为“交办”');
  });
});

describe('an indicator', () => {
  it('prints target, direction and source of the figure', () => {
    const after: Indicator = {
      ...rate,
      target: { numerator: 98, denominator: 100 },
      direction: 'trend',
      measure: { kind: 'register', register: 'problems', statistic: 'closing-rate' },
    };
    expect(zh({ indicators: [after] })).toEqual([
      '指标“培训覆盖率”的取数方式由“导入：满意度平台”改为“问题台账”',
      '指标“培训覆盖率”的方向由“越高越好”改为“看趋势”',
      '指标“培训覆盖率”的目标值由“95%”改为“98%”',
    ]);
  });

  it('prints the levels of a score in its own unit', () => {
    const level = { numerator: 171, denominator: 2 };
    const after: Indicator = { ...rate, form: 'mean', unit: '分', target: level };
    expect(zh({ indicators: [after] })).toContain('指标“培训覆盖率”的目标值由“95%”改为“85.5分”');
  });
});

describe('a scorecard', () => {
  const [card] = before.scorecards as [Scorecard];

  it('tells items one by one, down to the leaf', () => {
    const raise = (nodes: Scorecard['children']): Scorecard['children'] =>
      nodes.map((node, index) => {
        if (index > 0) return node;
        if (node.type === 'group') return { ...node, children: raise(node.children) };
        return { ...node, points: '3' };
      });
    const lines = zh({ scorecards: [{ ...card, children: raise(card.children) }] });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^考评细则“行风考评”中考评项目“.+”的满分由“.+”改为“3”$/u);
  });

  it('says which item went, and how many places a score keeps', () => {
    const children = card.children.slice(1);
    const lines = zh({ scorecards: [{ ...card, children, rounding: { places: 2 } }] });
    expect(lines[0]).toMatch(/^考评细则“行风考评”删去考评项目“.+”$/u);
    expect(lines.join()).toContain('小数位数');
  });
});

describe('the head of a campaign', () => {
  it('tells the document, its offices, its series and the way it is signed', () => {
    const [office] = before.offices;
    const lines = zh({
      document: { ...before.document, number: '某卫〔2020〕16号', disclosure: 'withheld' },
      offices: [...before.offices, { key: 'audit', title: '审计科' }],
      series: [
        { key: 'notes', title: '督办单', issuer: 'bureau', prefix: '某卫督', class: 'business' },
      ],
      approval: before.approval.slice(0, -1),
    });
    expect(office).toBeDefined();
    expect(lines.join('\n')).toMatch(/文号由“.+”改为“某卫〔2020〕16号”/u);
    expect(lines.join('\n')).toContain('改为“不予公开”');
    expect(lines.join('\n')).toContain('增加接收科室“审计科”');
    expect(lines.join('\n')).toContain('增加文号系列“督办单”');
    expect(lines.join('\n')).toMatch(/删去方案审签环节“.+”/u);
  });
});

it('no line shows a key of the language where there is a word for it', () => {
  const english = describeDifferences(before, {
    ...before,
    registers: [],
    indicators: [],
    scorecards: [],
  });
  expect(english.every(({ message }) => message.en.length > 0)).toBe(true);
  const lines = register({
    recordedBy: ['unit'],
    relation: 'territory',
    office: before.offices[0]?.key,
  });
  expect(lines.join()).not.toMatch(/recordedBy|relation|territory/u);
});
