import type { Indicator, Ratio } from '#schema/contracts/campaign/indicator.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import { printLevel } from '../points/level.ts';
import { printCondition, printGuards } from './condition-printers.ts';
import {
  named,
  oneOf,
  printAudience,
  printDate,
  printExtension,
  printFields,
  printPlain,
  printShare,
  printTerm,
  printText,
  printYesNo,
} from './printers.ts';
import type { Place } from './printers.ts';
import { is, list, object, printForm, printOffice } from './properties.ts';
import type { Property } from './properties.ts';

type Scopes = Readonly<Record<string, Readonly<Record<string, Property>>>>;
type Keyed = { key: string; title: string | { zh: string; en?: string } };

const workflowOf = ({ part }: Place) =>
  (part as { workflow?: { states: Keyed[]; transitions: Keyed[] } }).workflow;
const printState = named((place) => workflowOf(place)?.states ?? []);
const printStep = named((place) => workflowOf(place)?.transitions ?? []);
const printClock = named(({ part }) => (part as { clocks?: Keyed[] }).clocks ?? []);
const printRegister = named(({ campaign }) => campaign.registers);

/** A level of an indicator: a share as a percentage, any other in the indicator's own unit. */
function printOfIndicator(level: Ratio, { part }: Place, language: Language): string {
  const { form, unit } = part as Pick<Indicator, 'form' | 'unit'>;
  if (form === 'ratio') return printShare(level);
  const said = textIn(unit, language).value;
  return `${printLevel(level, form)}${language === 'en' ? ` ${said}` : said}`;
}

const actors = oneOf({
  unit: ['单位', 'the unit'],
  responsible: ['责任人', 'the responsible post'],
  office: ['主管科室', 'the office'],
});
const milestones = oneOf({
  accepted: ['受理', 'accepted'],
  verified: ['已核查', 'verified'],
  replied: ['已答复', 'replied'],
  rectified: ['整改完成', 'rectified'],
  closed: ['销号', 'closed'],
  done: ['办结', 'done'],
});
const relations = oneOf({ supervision: ['主管', 'supervision'], territory: ['属地', 'territory'] });

/** 台账: how cases are put on record and handled, and in which time. */
export const registerScopes: Scopes = {
  register: {
    form: is('登记表', 'form', printForm),
    office: is('主管科室', 'office', printOffice),
    audience: is('登记范围', 'who records', printAudience),
    recordedBy: is('由谁登记', 'recorded by', actors),
    responsible: is('责任人所在栏', 'field of the responsible post', printFields),
    workflow: object('workflow', '办理过程', 'workflow'),
    clocks: list('clock', '时限', 'term'),
    channels: list('option', '来源渠道', 'channel'),
    links: list('link', '关联台账', 'link'),
    handOver: object('handOver', '转办', 'handing over'),
    master: object('master', '母清单', 'master list'),
    relation: is('统计口径（隶属关系）', 'counted by', relations),
    relations: is('统计口径（隶属关系）', 'counted by', relations),
    visibility: object('visibility', '查看范围', 'visibility'),
    duties: object('duties', '应办范围', 'duties'),
    listed: is('列表中可筛选的栏', 'fields to filter by', printFields),
    basis: is('名单依据', 'basis of the list', printPlain),
    sealed: is('专管', 'sealed', printYesNo),
  },
  workflow: {
    start: is('起始状态', 'first state', printState),
    states: list('state', '办理状态', 'state'),
    transitions: list('transition', '办理步骤', 'step'),
  },
  state: {
    ends: is(
      '是否办完',
      'whether it ends',
      oneOf({
        closed: ['办完', 'closed'],
        merged: ['并入另一件', 'merged'],
        void: ['作废', 'void'],
      }),
    ),
    longTerm: is('长期整改', 'long term', printYesNo),
  },
  transition: {
    from: is('可由哪些状态办理', 'from', printState),
    to: is('办理后的状态', 'to', printState),
    by: is('由谁办理', 'by', actors),
    needs: is('须先填写', 'what must be filled', printFields),
    reason: is('须写理由', 'asks for a reason', printYesNo),
    guards: is('办理条件', 'conditions', printGuards),
    reaches: is('计入', 'counts as', milestones),
    leaves: is('取消计入', 'no longer counts as', milestones),
    extends: is('延长哪项时限', 'the term it lengthens', printClock),
    papers: is('生成的文书', 'papers', oneOf({})),
  },
  clock: {
    rule: is('规定', 'rule', printText),
    term: is('期限', 'term', printTerm),
    starts: is('起算', 'start', printStart),
    endsIn: is('办到何时为止', 'where it ends', printState),
    stopsIn: is('停表的状态', 'where it stops', printState),
    owner: is('由谁负责', 'who answers for it', actors),
    extension: is('延期', 'extension', printExtension),
  },
  link: { register: is('关联的台账', 'register', printRegister) },
  handOver: {
    verbs: is(
      '方式',
      'ways',
      oneOf({
        'pass-on': ['转办', 'pass on'],
        assign: ['交办', 'assign'],
        refer: ['转送', 'refer'],
        transfer: ['移送', 'transfer'],
      }),
    ),
    refuseWithin: is('可退回的工作日数', 'working days to refuse', printPlain),
    coordinator: is('协调岗位', 'coordinator', printPlain),
  },
  master: {
    audience: is('对应单位', 'units', printAudience),
    rows: list('row', '清单事项', 'row'),
  },
  visibility: {
    units: is(
      '单位可见范围',
      'who sees it',
      oneOf({
        own: ['本单位', 'its own unit'],
        above: ['本单位和上级', 'its unit and those above'],
        all: ['全部单位', 'every unit'],
      }),
    ),
    embargo: is('保密到', 'embargo', (value: { until: string[] }, place, language) =>
      printState(value.until, place, language),
    ),
    masked: is('隐去的栏', 'masked fields', printFields),
  },
  duties: {
    verification: is('应核查', 'to verify', printCondition),
    reply: is('应答复', 'to reply', printCondition),
  },
};

function printStart(
  starts: { on: string; field?: string; transition?: string },
  place: Place,
  language: 'zh-CN' | 'en',
): string {
  if (starts.field !== undefined) return printFields(starts.field, place, language);
  if (starts.transition !== undefined) {
    return printStep(starts.transition, place, language);
  }
  return language === 'en' ? 'when it is put on record' : '登记之日';
}

type MeasureParts = { kind: string; system?: string; register?: string; form?: string };

/** 指标: what a figure means, which way it is good, and where lights turn. */
export const indicatorScopes: Scopes = {
  indicator: {
    definition: is('口径', 'definition', printText),
    numerator: is('分子', 'numerator', printText),
    denominator: is('分母', 'denominator', printText),
    form: is(
      '指标形式',
      'form',
      oneOf({
        ratio: ['比率', 'ratio'],
        count: ['数量', 'count'],
        mean: ['平均数', 'mean'],
        value: ['数值', 'value'],
      }),
    ),
    measure: is('取数方式', 'measure', (measure: MeasureParts, place, language) => {
      if (measure.system !== undefined) {
        return (language === 'en' ? 'imported from ' : '导入：') + measure.system;
      }
      if (measure.register !== undefined) {
        return printRegister(measure.register, place, language);
      }
      if (measure.form !== undefined) return printForm(measure.form, place, language);
      return language === 'en' ? 'how units file' : '报送情况';
    }),
    direction: is(
      '方向',
      'direction',
      oneOf({
        higher: ['越高越好', 'higher is better'],
        lower: ['越低越好', 'lower is better'],
        trend: ['看趋势', 'trend'],
      }),
    ),
    target: is('目标值', 'target', printOfIndicator),
    minimum: is('最小样本', 'minimum sample', printPlain),
    cutOff: is('截至', 'cut-off', printDate),
    lights: object('lights', '预警线', 'lights'),
    verificationShare: is('抽查核实比例', 'share verified', printShare),
  },
  lights: {
    warn: is('提醒线', 'warning', printOfIndicator),
    alarm: is('预警线', 'alarm', printOfIndicator),
  },
};
