import { defineCampaign, issuing, office } from '#plugins/sdk/define.ts';
import { clauses } from './clauses.ts';
import { scorecard } from './scorecard.ts';

export { coverage } from './coverage.ts';
export { rollForward } from './roll-forward.ts';

export const campaign = defineCampaign({
  key: 'weihai-2019',
  title: '市卫生健康委关于加强全市卫生健康系统行业作风建设的指导意见',
  year: 2019,
  period: { from: '2019-01-01', to: '2019-12-31' },
  document: {
    title: '市卫生健康委关于加强全市卫生健康系统行业作风建设的指导意见',
    kindName: '指导意见',
    number: '威卫办〔2019〕92号',
    issuer: '威海市卫生健康委员会',
    recipients:
      '各区市卫生健康局，国家级开发区、南海新区社会事务管理局，委直各医疗卫生单位，委机关各科室',
    basis: ['《进一步改善医疗服务60条措施》'],
    lineage: [
      { relation: 'carries-out', title: '改善医疗服务三年行动计划' },
      { relation: 'carries-out', title: '进一步改善医疗服务60条措施' },
    ],
    issuingBody: 'commission',
    disclosure: 'on-request',
    note: {
      zh: '原文没有签发日期和印发日期（应早于2019年7月20日）；唯一写明的期限是2019年7月20日，当天是周六。',
      en: 'No date of signing or printing. The only deadline given, 20 July 2019, was a Saturday.',
    },
  },
  offices: [
    office('medical-affairs', '医政科'),
    office('covert-visit-group', '行业作风暗访组', { inferred: true }),
  ],
  approval: issuing({
    drafter: '医政科',
    checker: '办公室',
    countersigner: '委机关有关科室',
    signer: '分管领导',
  }),
  issuers: [{ key: 'commission', title: '威海市卫生健康委员会', kind: 'administration' }],
  series: [
    {
      key: 'office',
      title: { zh: '委办文件', en: 'Papers of the commission’s office' },
      issuer: 'commission',
      prefix: '威卫办',
      class: 'official',
    },
  ],
  labels: [
    { key: 'two-measures', title: { zh: '两举措', en: 'Two measures' } },
    { key: 'two-handles', title: { zh: '两抓手', en: 'Two handles' } },
    { key: 'three-combinations', title: { zh: '三结合', en: 'Three combinations' } },
    { key: 'four-linkages', title: { zh: '四联动', en: 'Four linkages' } },
    { key: 'five-improvements', title: { zh: '五提升', en: 'Five improvements' } },
  ],
  clauses,
  scorecards: [scorecard],
});
