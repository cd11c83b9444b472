import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import {
  check,
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  office,
  on,
  phase,
  proposed,
  ratio,
  register,
  stampedScan,
  task,
  when,
  work,
  type ClauseNode,
} from '#plugins/sdk/define.ts';
import { problemClosing } from '#plugins/sdk/define/closing-problems.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { benchScorecard } from './scoring-table.ts';

/** How large a campaign is; the default is what the check must bear. */
export type CampaignSize = {
  readonly clauses: number;
  readonly tasks: number;
  readonly forms: number;
  readonly criteria: number;
  readonly registers: number;
};

export const largest: CampaignSize = {
  clauses: 500,
  tasks: 500,
  forms: 60,
  criteria: 300,
  registers: 10,
};

const perChapter = 20;
const perScorecard = 100;

const list = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Twelve fields of several kinds, one of them shown by another, with a check over two. */
function formAt(at: number): Form {
  const own = `第${at + 1}表`;
  return form(`form-${at}`, {
    title: { zh: `${own}情况报告`, en: `Report ${at + 1}` },
    fields: [
      field.choice(`happened-${at}`, `${own}是否发生`, { yes: '是', no: '否' }, { required: true }),
      field.integer(`found-${at}`, `${own}发现问题数`, { required: true, min: '0' }),
      field.integer(`mended-${at}`, `${own}已整改问题数`, { required: true, min: '0' }),
      field.money(`refunded-${at}`, `${own}退费金额`),
      field.date(`held-on-${at}`, `${own}开展日期`),
      field.month(`month-${at}`, `${own}所属月份`),
      field.longText(`summary-${at}`, `${own}工作情况`, { maxLength: 2000 }),
      ...list(5, (part) => field.text(`part-${at}-${part}`, `${own}第${part + 1}项措施`)),
    ],
    checks: [
      check(`mended-of-found-${at}`, {
        assert: when.notMoreThanField(`mended-${at}`, `found-${at}`),
        missing: 'skip',
        at: `mended-${at}`,
        message: `${own}已整改数不能大于发现数`,
      }),
    ],
  });
}

function taskAt(at: number, forms: readonly Form[]) {
  const title = { zh: `第${at + 1}项工作情况`, en: `Work ${at + 1}` };
  const day = String((at % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(at / 28) % 12) + 1).padStart(2, '0');
  return task(`task-${at}`, {
    title,
    phase: 'whole-year',
    audience: institutions(),
    due: on(`2026-${month}-${day}`, `2026年${Number(month)}月${Number(day)}日前`),
    to: 'medical',
    form: forms[at % forms.length]?.key ?? 'form-0',
    deliverables: at % 3 === 0 ? [stampedScan('stamped', '盖章扫描件')] : [],
    minutes: 30 + (at % 4) * 15,
    source: proposed('测速用的工作任务'),
  });
}

/** A chapter with its paragraphs; tasks are spread over all of them in turn. */
function chapterAt(chapter: number, size: CampaignSize, forms: readonly Form[]): ClauseNode {
  const first = chapter * perChapter;
  const carried = (clause: number) =>
    list(Math.ceil((size.tasks - clause) / size.clauses), (round) =>
      taskAt(clause + round * size.clauses, forms),
    );
  return work(`clause-${first}`, {
    number: `${chapter + 1}`,
    title: `第${chapter + 1}章`,
    words: `第${chapter + 1}章的工作，由医政科牵头。`,
    tasks: carried(first),
    clauses: list(Math.min(perChapter, size.clauses - first) - 1, (part) => {
      const at = first + part + 1;
      return work(`clause-${at}`, {
        number: `（${part + 1}）`,
        words: `各医疗机构应当做好第${at + 1}项工作，并将情况报医政科。`,
        tasks: carried(at),
        indicators: at % 10 === 1 ? [indicatorAt(at)] : [],
      });
    }),
  });
}

function indicatorAt(at: number) {
  return ratio(`on-time-${at}`, {
    title: `第${at + 1}项按时率`,
    definition: '按时报送单位数占应报送单位数的比例',
    numerator: '按时报送单位数',
    denominator: '应报送单位数',
    unit: '%',
    measure: { kind: 'filings', statistic: 'on-time' },
    direction: 'higher',
    source: proposed('测速用的指标'),
  });
}

function registerAt(at: number) {
  return register(`register-${at}`, {
    title: `第${at + 1}类问题台账`,
    noun: '问题',
    form: form(`register-form-${at}`, {
      title: `第${at + 1}类问题`,
      fields: [
        field.text(`what-${at}`, `第${at + 1}类问题描述`, { required: true }),
        field.date(`found-on-${at}`, `第${at + 1}类问题发现日期`, { required: true }),
      ],
    }),
    source: proposed('测速用的台账'),
    clause: 'clause-0',
    ...problemClosing({
      register: `register-${at}`,
      deadline: { days: 30 },
      rule: '30日内整改',
      source: proposed('测速用的期限'),
    }),
  });
}

/** A campaign of the size asked for: chapters, paragraphs, and a task and its form on each. */
export function largeCampaign(size: CampaignSize = largest): Campaign {
  const forms = list(size.forms, formAt);
  return defineCampaign({
    key: 'bench-2026',
    title: '2026年测速用工作方案',
    year: 2026,
    period: { from: '2026-01-01', to: '2026-12-31' },
    document: {
      title: '2026年测速用工作方案',
      kindName: '工作方案',
      issuer: '某市卫生健康委员会',
      signedOn: '2026-01-04',
      disclosure: 'withheld',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '医政科', checker: '办公室', signer: '分管领导' }),
    phases: [
      phase('whole-year', {
        title: '全年',
        clause: 'clause-0',
        from: on('2026-01-04', '2026年1月4日起'),
        to: on('2026-12-31', '2026年12月31日前'),
        permits: ['file', 'rectify'],
      }),
    ],
    clauses: list(Math.ceil(size.clauses / perChapter), (chapter) =>
      chapterAt(chapter, size, forms),
    ),
    forms,
    registers: list(size.registers, registerAt),
    scorecards: list(Math.ceil(size.criteria / perScorecard), (at) => ({
      ...benchScorecard(Math.min(perScorecard, size.criteria - at * perScorecard)),
      key: `card-${at}`,
    })),
  });
}

const levels = ['primary', 'secondary', 'tertiary'] as const;

/** So many hospitals of one commission, of three levels in turn. */
export function manyUnits(count: number): OrganizationFacts[] {
  return list(count, (at) => ({
    id: `org_${at}`,
    kind: 'hospital',
    level: levels[at % levels.length],
    ownership: 'public',
    tags: [],
    facts: [],
    relations: [{ relation: 'supervision', superiorId: 'org_commission', superiorIsTenant: true }],
  }));
}
