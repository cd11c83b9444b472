import { printCondition, printRequired } from './condition-printers.ts';
import {
  named,
  oneOf,
  printAudience,
  printDate,
  printPlain,
  printPosts,
  printRecurrence,
  printSource,
  printText,
  printYesNo,
} from './printers.ts';
import type { Print, Words } from './printers.ts';

/**
 * A property of a part. `each`: a list whose items are told one by one, called so; `inside`: an object
 * whose own properties are told. Without any of these it is only said to have changed.
 */
export type Property = {
  readonly name: Words;
  readonly print?: Print | undefined;
  readonly absent?: Words | undefined;
  readonly each?: { readonly scope: string; readonly called: Words } | undefined;
  readonly inside?: string | undefined;
};

export const is = (zh: string, en: string, print?: Print): Property => ({
  name: { 'zh-CN': zh, en },
  print,
});
export const list = (scope: string, zh: string, en: string): Property => ({
  ...is(zh, en),
  each: { scope, called: { 'zh-CN': zh, en } },
});
export const object = (scope: string, zh: string, en: string): Property => ({
  ...is(zh, en),
  inside: scope,
});

const printClause = named(({ campaign }) =>
  campaign.clauses.map(({ key, number }) => ({ key, number })),
);
export const printOffice = named(({ campaign }) => campaign.offices);
export const printForm = named(({ campaign }) => campaign.forms);

/** What each property is called wherever it stands, unless its own kind of part calls it otherwise. */
export const common: Readonly<Record<string, Property>> = {
  title: is('名称', 'title', printText),
  label: is('名称', 'label', printText),
  number: is('序号', 'number', printPlain),
  words: is('文字', 'words', printPlain),
  clause: is('所属条款', 'clause', printClause),
  phase: is(
    '所属阶段',
    'phase',
    named(({ campaign }) => campaign.phases),
  ),
  audience: is('报送范围', 'audience', printAudience),
  form: is('所用报表', 'form', printForm),
  source: is('依据', 'source', printSource),
  note: is('说明', 'note', printText),
  unit: is('单位', 'unit', printText),
  noun: is('事项名称', 'noun', printText),
  points: is('满分', 'points', printPlain),
  cap: is('扣分或加分上限', 'cap', printPlain),
  floor: is('最低分', 'floor', printPlain),
  required: is('是否必填', 'whether it is required', printRequired),
  options: list('option', '选项', 'option'),
  posts: is('责任部门', 'responsible posts', printPosts),
  year: is('年度', 'year', printPlain),
  workstream: is(
    '所属专项',
    'workstream',
    named(({ campaign }) => campaign.workstreams ?? []),
  ),
};

const kinds = oneOf({
  principle: ['原则要求', 'principle'],
  routine: ['常态化工作', 'routine work'],
  task: ['工作任务', 'task'],
  target: ['数字指标', 'target'],
  accountability: ['责任追究', 'accountability'],
  basis: ['依据', 'basis'],
});

const signOffPosts = oneOf({
  filler: ['填报人', 'filler'],
  'department-head': ['科室负责人', 'head of department'],
  'deputy-head': ['分管领导', 'deputy head'],
  head: ['主要负责人', 'head'],
});

const relations = oneOf({
  supervision: ['主管', 'supervision'],
  territory: ['属地', 'territory'],
  guidance: ['业务指导', 'guidance'],
  cadre: ['干部管理', 'cadre management'],
  campus: ['院区', 'campus'],
});

/** The parts that stand in the document's own outline: clauses, phases, tasks and their forms. */
export const outlineScopes: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  clause: {
    words: is('条款文字', 'words', printPlain),
    kind: is('类别', 'kind', kinds),
    parent: is('所属上级条款', 'parent clause', printClause),
    labels: is(
      '口径标签',
      'labels',
      named(({ campaign }) => campaign.labels ?? []),
    ),
  },
  phase: {
    from: is('开始时间', 'start', printDate),
    to: is('结束时间', 'end', printDate),
    permits: is('阶段内允许的办理', 'what the phase permits'),
  },
  task: {
    due: is('截止日', 'due day', printDate),
    recurs: is('周期', 'cycle', printRecurrence),
    to: is('接收科室', 'receiving office', printOffice),
    deliverables: list('deliverable', '应附材料', 'deliverable'),
    signOff: is('审签环节', 'sign-off', signOffPosts),
    nilReturn: { ...is('零报告', 'nil return', printYesNo), absent: { 'zh-CN': '否', en: 'no' } },
    rollUp: object('rollUp', '汇总上报', 'roll-up'),
    parts: is('分给科室的部分', 'parts for departments'),
    prevails: is(
      '以哪种为准',
      'which copy prevails',
      oneOf({ paper: ['纸质件', 'paper'], scan: ['电子件', 'scan'] }),
    ),
    review: {
      ...is('审核方式', 'review', (_value, _place, language) =>
        language === 'en' ? 'two reviewers' : '双人复核',
      ),
      absent: { 'zh-CN': '一人审核', en: 'one reviewer' },
    },
    inherits: is('承接的上级任务', 'the task from above', printPlain),
    minutes: is('预计用时（分钟）', 'minutes', printPlain),
    guidance: is('填报说明', 'guidance', printText),
  },
  rollUp: {
    task: is(
      '汇总的任务',
      'the task that is added up',
      named(({ campaign }) => campaign.tasks),
    ),
    relation: is('汇总范围（隶属关系）', 'relation', relations),
    sums: is('汇总的数', 'what is added up'),
  },
  deliverable: {
    kind: is(
      '形式',
      'kind',
      oneOf({
        'stamped-scan': ['盖章扫描件', 'stamped scan'],
        paper: ['纸质件', 'paper'],
        attachment: ['附件', 'attachment'],
      }),
    ),
    copies: is('份数', 'copies', printPlain),
  },
  form: { checks: list('check', '审核关系', 'check') },
  check: {
    when: is('何时审核', 'when it is checked', printCondition),
    assert: is('要求', 'what must hold', printCondition),
    message: is('提示', 'message', printText),
    missing: is(
      '未填时',
      'where nothing is filled in',
      oneOf({ skip: ['不审核', 'not checked'], fail: ['视为不符', 'fails'] }),
    ),
  },
  field: {
    kind: is('填写方式', 'kind of field'),
    visible: is('显示条件', 'when it shows', printCondition),
    columns: list('field', '列', 'column'),
    min: is('下限', 'minimum', printPlain),
    max: is('上限', 'maximum', printPlain),
    maxLength: is('字数上限', 'length', printPlain),
    hint: is('提示', 'hint', printText),
  },
  dictionary: { entries: list('option', '分类项', 'entry') },
};
