import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, told } from '#plugins/sdk/define/counted.ts';

export const behaviours = [
  { key: 'repeated', zh: '重复收费', en: 'Repeated charging' },
  { key: 'swapped', zh: '串换收费', en: 'Swapped items' },
  { key: 'split', zh: '分解收费', en: 'Split charging' },
  { key: 'above-standard', zh: '超标准收费', en: 'Charging above the standard' },
  { key: 'false-settlement', zh: '虚假结算', en: 'False settlement' },
  { key: 'outside-insurance', zh: '超医保支付范围收费', en: 'Outside insurance coverage' },
  { key: 'outside-drugs', zh: '超范围用药', en: 'Drugs outside their scope' },
  { key: 'groundless-tests', zh: '无指征化验', en: 'Tests without indication' },
  { key: 'groundless-admission', zh: '无指征入院', en: 'Admission without indication' },
  { key: 'unqualified', zh: '资质不符', en: 'Without qualification' },
];

const cases = { zh: '例', en: 'cases' };

export const irregularCharging = form('irregular-charging', {
  title: { zh: '十类不规范诊疗收费行为自查自纠表', en: 'Ten irregular behaviours: self-check' },
  note: {
    zh: '自查自纠期间主动报告的，不作为考评扣分依据。',
    en: 'What is reported here during the self-check costs no points.',
  },
  source: fromClause('item-11-2', '重复收费、串换收费、分解收费、超标准收费、虚假结算'),
  fields: [
    part('behaviours', '十类行为', 'The ten behaviours'),
    ...behaviours.map(({ key, zh, en }) => counted(`${key}-cases`, `${zh}发现例数`, en, cases)),
    field.computed(
      'total-cases',
      { zh: '合计', en: 'In all' },
      {
        compute: { op: 'sum', of: behaviours.map(({ key }) => `${key}-cases`) },
        unit: cases,
      },
    ),
    part('rectification', '整改', 'Rectification'),
    counted('rectified-cases', '已整改例数', 'Rectified', cases),
    field.money(
      'amount-found',
      { zh: '涉及金额（元）', en: 'Amount concerned (yuan)' },
      {
        min: '0',
        required: true,
      },
    ),
    field.money(
      'amount-returned',
      { zh: '已退回金额（元）', en: 'Amount returned (yuan)' },
      {
        min: '0',
        required: true,
      },
    ),
    told('measures', '整改措施', 'Measures', {
      visible: when.more('total-cases', 0),
      required: when.more('total-cases', 0),
    }),
  ],
  checks: [
    check('cases-tally', {
      assert: when.notMoreThanField('rectified-cases', 'total-cases'),
      missing: 'skip',
      at: 'rectified-cases',
      message: {
        zh: '已整改例数不能多于十类行为合计例数。',
        en: 'Not more can be rectified than were found.',
      },
    }),
    check('amount-tally', {
      assert: when.notMoreThanField('amount-returned', 'amount-found'),
      missing: 'skip',
      at: 'amount-returned',
      message: {
        zh: '已退回金额不能多于涉及金额。',
        en: 'Not more can be returned than is concerned.',
      },
    }),
  ],
});
