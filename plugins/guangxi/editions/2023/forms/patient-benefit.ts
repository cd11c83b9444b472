import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const progress = {
  done: { zh: '已落实', en: 'In place' },
  partly: { zh: '部分落实', en: 'In part' },
  planned: { zh: '正在准备', en: 'Being prepared' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
};

const measures = [
  { key: 'booking', zh: '预约诊疗', en: 'Booking', quote: '落实预约诊疗制度' },
  {
    key: 'recognition',
    zh: '检查检验结果互认',
    en: 'Mutual recognition of results',
    quote: '医疗机构检查检验结果互认',
  },
  {
    key: 'payment',
    zh: '便捷付费和取药',
    en: 'Payment and pharmacy',
    quote: '建立多样化的便捷付费结算方式',
  },
  {
    key: 'one-stop',
    zh: '“一站式”综合服务',
    en: 'One-stop service',
    quote: '提供“一站式”综合服务',
  },
  {
    key: 'internet',
    zh: '互联网和远程医疗服务',
    en: 'Internet and remote care',
    quote: '建立互联网医疗服务',
  },
  {
    key: 'new-models',
    zh: '日间医疗、多学科诊疗等',
    en: 'Day care, multidisciplinary care',
    quote: '继续推进日间医疗、多学科诊疗',
  },
];

export const patientBenefit = form('patient-benefit', {
  title: { zh: '惠民利民措施和满意度问题整改情况表', en: 'Patient benefit and satisfaction' },
  source: columnsProposed,
  fields: [
    ...measures.flatMap(({ key, zh, en, quote }, index) => [
      part(key, `${index + 1}．${zh}`, `${index + 1}. ${en}`),
      field.choice(`${key}-state`, { zh: `${zh}：落实情况`, en: `${en}: state` }, progress, {
        required: true,
        carry: true,
        source: fromClause('item-18', quote),
      }),
    ]),
    field.decimal(
      'booking-rate',
      { zh: '预约诊疗率', en: 'Booking rate' },
      {
        places: 2,
        unit: '%',
        origin: { system: '国家公立医院绩效考核管理平台', period: '上年度' },
      },
    ),
    told('narrative', '主要做法与成效', 'What was done', { required: true, maxLength: 1500 }),
    part('satisfaction', '第三方满意度问题整改', 'Problems shown by the survey'),
    field.decimal(
      'inpatient-satisfaction',
      { zh: '住院患者满意度', en: 'In-patient satisfaction' },
      {
        min: '0',
        max: '100',
        places: 2,
        origin: { system: '国家满意度调查平台', period: '上年度' },
        source: fromClause('item-4', '强化第三方满意度调查社会监督作用'),
      },
    ),
    counted('survey-problems', '调查反映的问题数', 'Problems shown', problems),
    counted('survey-rectified', '满意度问题已整改数', 'Rectified', problems, {
      source: fromClause('item-4', '对发现的问题及时整改'),
    }),
  ],
  checks: [
    check('survey-tally', {
      assert: when.notMoreThanField('survey-rectified', 'survey-problems'),
      missing: 'skip',
      at: 'survey-rectified',
      message: {
        zh: '已整改问题数不能多于调查反映的问题数。',
        en: 'Not more can be rectified than were shown.',
      },
    }),
  ],
});
