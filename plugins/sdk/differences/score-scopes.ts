import type { Text } from '#schema/contracts/campaign/text.ts';
import { printCondition } from './condition-printers.ts';
import { named, oneOf, printPlain, printText, printYesNo } from './printers.ts';
import { is, list, object } from './properties.ts';
import type { Property } from './properties.ts';
import {
  printGradeCondition,
  printLeniency,
  printMeasure,
  printPeriodCap,
  printPrice,
} from './score-printers.ts';

type Scopes = Readonly<Record<string, Readonly<Record<string, Property>>>>;
type Graded = {
  grades?: { grades: { key: string; title: string | { zh: string; en?: string } }[] };
};

const printGrade = named(({ part }) => (part as Graded).grades?.grades ?? []);
const effects = oneOf({ deduct: ['扣分', 'deducts'], add: ['加分', 'adds'] });

/** 考评细则: items, what they cost or earn, what caps the grade. */
export const scoreScopes: Scopes = {
  scorecard: {
    bonusPoints: is('加分上限', 'bonus', printPlain),
    children: list('criterion', '考评项目', 'item'),
    kindCaps: list('kindCap', '同类上限', 'cap of a kind'),
    vetoes: list('veto', '一票否决事项', 'veto'),
    grades: object('grades', '等次', 'grades'),
    total: object('total', '总分', 'total'),
    rounding: object('rounding', '保留小数', 'rounding'),
  },
  criterion: {
    children: list('criterion', '考评项目', 'item'),
    account: is(
      '计分类别',
      'account',
      oneOf({ base: ['基本分', 'base'], bonus: ['加分', 'bonus'], penalty: ['倒扣', 'penalty'] }),
    ),
    start: is(
      '起评',
      'start',
      oneOf({ full: ['从满分往下扣', 'from full points'], zero: ['从零分往上加', 'from zero'] }),
    ),
    core: is('核心项目', 'core', printYesNo),
    rules: list('rule', '评分标准', 'rule'),
    cap: is('最多扣', 'most deducted', printPlain),
    deductionCap: is('扣分上限', 'cap of deductions', printPlain),
    bonusCap: is('加分上限', 'cap of bonus', printPlain),
    applies: is('适用条件', 'when it applies', printCondition),
    evidence: is('佐证要求', 'evidence', (gate: { title: Text }, place, language) =>
      printText(gate.title, place, language),
    ),
    events: is(
      '同一事件',
      'one event',
      oneOf({
        once: ['只计一次', 'counts once'],
        'each-rule': ['各标准分别计', 'counts in each rule'],
      }),
    ),
    words: is('评分说明', 'words', printPlain),
  },
  rule: {
    effect: is('作用', 'effect', effects),
    measure: is('计什么', 'measure', printMeasure),
    price: is('计多少分', 'price', printPrice),
    cap: is('本条上限', 'cap', printPlain),
    periodCap: is('每期上限', 'cap of a period', printPeriodCap),
    kind: is('同类归并', 'kind', printPlain),
    missing: is(
      '没有数据时',
      'without a fact',
      oneOf({ none: ['不计', 'nothing counts'], pending: ['待定', 'still open'] }),
    ),
    leniency: is('从宽规定', 'leniency', printLeniency),
    words: is('原文', 'words', printPlain),
  },
  kindCap: { effect: is('作用', 'effect', effects), cap: is('上限', 'cap', printPlain) },
  veto: {
    fact: is('依据的事实', 'fact', printPlain),
    gradeAtMost: is('最高等次', 'best grade left', printGrade),
    leniency: is('从宽规定', 'leniency', printLeniency),
  },
  grades: { grades: list('grade', '等次', 'grade') },
  grade: {
    when: is('条件', 'conditions', printGradeCondition),
    overrides: is('优先判定', 'looked at first', printYesNo),
  },
  total: { floor: is('最低分', 'floor', printPlain), cap: is('最高分', 'cap', printPlain) },
  rounding: { places: is('小数位数', 'places', printPlain) },
};

/** 方案: the document itself, its offices, its series of numbers and the way it is signed. */
export const headScopes: Scopes = {
  head: {
    period: is(
      '起止时间',
      'period',
      ({ from, to }: { from: string; to: string }) => `${from}—${to}`,
    ),
    document: object('document', '文件', 'document'),
    offices: list('office', '接收科室', 'office'),
    issuers: list('issuer', '发文机关', 'issuing body'),
    series: list('series', '文号系列', 'series of numbers'),
    approval: list('step', '方案审签环节', 'step of approval'),
    workstreams: list('workstream', '专项', 'workstream'),
    labels: list('label', '口径标签', 'label'),
    crosswalk: list('crosswalk', '指标口径对照', 'crosswalk'),
    evaluation: object('evaluation', '考评办法', 'evaluation'),
    inherits: is(
      '承接的上级方案',
      'the campaign from above',
      ({ title }: { title: string }) => title,
    ),
  },
  document: {
    kindName: is('文种', 'kind', printPlain),
    number: is('文号', 'number', printPlain),
    issuer: is('发文机关', 'issuer', printPlain),
    issuingBody: is(
      '发文机关',
      'issuing body',
      named(({ campaign }) => campaign.issuers ?? []),
    ),
    signedOn: is('签发日期', 'signed on', printPlain),
    printedOn: is('印发日期', 'printed on', printPlain),
    recipients: is('主送', 'recipients', printPlain),
    basis: is('依据文件', 'basis', oneOf({})),
    lineage: is('文件关系', 'lineage'),
    disclosure: is(
      '公开属性',
      'disclosure',
      oneOf({
        public: ['主动公开', 'public'],
        'on-request': ['依申请公开', 'on request'],
        withheld: ['不予公开', 'withheld'],
      }),
    ),
  },
  series: {
    issuer: is(
      '发文机关',
      'issuer',
      named(({ campaign }) => campaign.issuers ?? []),
    ),
    prefix: is('机关代字', 'prefix', printPlain),
    class: is(
      '文书类别',
      'class',
      oneOf({ official: ['正式公文', 'official paper'], business: ['业务文书', 'business paper'] }),
    ),
  },
  step: {
    role: is(
      '职责',
      'role',
      oneOf({
        drafter: ['拟稿', 'drafts'],
        checker: ['核稿', 'checks'],
        countersigner: ['会签', 'countersigns'],
        signer: ['签发', 'signs'],
      }),
    ),
  },
  crosswalk: {
    indicator: is(
      '本地指标',
      'indicator',
      named(({ campaign }) => campaign.indicators),
    ),
    match: is(
      '接近程度',
      'how near',
      oneOf({
        same: ['同口径', 'same'],
        near: ['相近', 'near'],
        substitute: ['替代', 'substitute'],
      }),
    ),
  },
  evaluation: {
    ledgers: list('ledger', '记分办法', 'demerit ledger'),
    combinations: list('combination', '合成办法', 'combination'),
    chains: list('chain', '评分环节', 'chain of assessment'),
    rankings: list('ranking', '分组排名', 'ranking'),
    alerts: list('alert', '预警规则', 'alert'),
    discretion: list('discretion', '裁量基准', 'table of discretion'),
    uses: list('use', '结果运用', 'use of results'),
  },
};
