import { defineCampaign, issuing, office } from '#plugins/sdk/define.ts';
import { appraisalIndicators } from './appraisal-indicators.ts';
import { clauses } from './clauses.ts';
import { scorecard } from './scorecard.ts';
import { workstreams } from './workstreams.ts';

export { coverage } from './coverage.ts';
export { rollForward } from './roll-forward.ts';

export const campaign = defineCampaign({
  key: 'henan-2024',
  title: '2024年全省卫生健康系统行业作风建设工作要点',
  year: 2024,
  period: { from: '2024-01-01', to: '2024-12-31' },
  document: {
    title: '2024年全省卫生健康系统行业作风建设工作要点',
    kindName: '工作要点',
    number: '豫卫行风〔2024〕3号',
    issuer: '河南省卫生健康委员会',
    printedOn: '2024-03-07',
    recipients:
      '各省辖市、济源示范区卫生健康委，航空港区教卫体局，南阳市中医药发展局，省直医疗卫生单位，委机关各处室',
    basis: ['《清廉医院创建行动示范单位选树工作指导意见》', '廉洁从业九项准则', '廉洁从业行动计划'],
    lineage: [
      { relation: 'carries-out', title: '清廉医院创建行动示范单位选树工作指导意见' },
      { relation: 'carries-out', title: '廉洁从业九项准则' },
      { relation: 'carries-out', title: '廉洁从业行动计划' },
    ],
    issuingBody: 'commission',
    disclosure: 'public',
    disclosureInferred: true,
    note: {
      zh: '原文只有印发日期，没有签发日期，也没有注明公开属性；年内各项工作没有期限。',
      en: 'The document gives its printing date only, no disclosure attribute and no date inside the year.',
    },
  },
  offices: [office('conduct-office', '行风办', { inferred: true })],
  approval: issuing({
    drafter: '行风办',
    checker: '办公室',
    countersigner: '委机关有关处室',
    signer: '分管领导',
  }),
  issuers: [{ key: 'commission', title: '河南省卫生健康委员会', kind: 'administration' }],
  series: [
    {
      key: 'conduct',
      title: { zh: '行风文件', en: 'Papers on conduct' },
      issuer: 'commission',
      prefix: '豫卫行风',
      class: 'official',
    },
  ],
  workstreams,
  clauses,
  scorecards: [scorecard],
  dictionaries: [
    {
      key: 'special-governances',
      title: { zh: '四项专项治理', en: 'The four special governances' },
      entries: [
        { key: 'power', label: { zh: '规范用权', en: 'Use of power' } },
        { key: 'tendering', label: { zh: '招标采购', en: 'Tendering and procurement' } },
        { key: 'insurance-fund', label: { zh: '医保基金', en: 'Medical insurance fund' } },
        { key: 'service', label: { zh: '便民服务优流程', en: 'Convenient services' } },
      ],
      source: {
        clause: 'point-4-1',
        quote: '聚焦关键权力、关键人员、关键资金、群众就医感受',
      },
    },
    appraisalIndicators,
  ],
});
