import { defineCampaign, issuing, office, on, phase } from '#plugins/sdk/define.ts';
import { clauses } from './clauses.ts';
import { scorecard } from './scorecard.ts';

export { coverage } from './coverage.ts';
export { rollForward } from './roll-forward.ts';

export const campaign = defineCampaign({
  key: 'putuo-2020',
  title: '2020年普陀区医疗行业作风建设工作专项行动',
  year: 2020,
  period: { from: '2020-07-01', to: '2020-12-31' },
  document: {
    title: '2020年普陀区医疗行业作风建设工作专项行动实施方案',
    kindName: '专项行动实施方案',
    number: '普卫健医〔2020〕15号',
    issuer: '上海市普陀区卫生健康委员会',
    signedOn: '2020-09-11',
    basis: [
      '《关于印发2020年医疗行业作风建设工作专项行动方案的通知》（国卫办医函〔2020〕592号）',
      '市卫生健康委关于加强医药产品回扣治理1+7文件',
      '区卫生健康委关于加强行风建设工作1+4文件',
    ],
    lineage: [
      {
        relation: 'carries-out',
        title: '关于印发2020年医疗行业作风建设工作专项行动方案的通知',
        number: '国卫办医函〔2020〕592号',
        issuer: '国家卫生健康委员会办公厅',
      },
      { relation: 'basis', title: '市卫生健康委关于加强医药产品回扣治理 1+7 文件' },
      { relation: 'basis', title: '区卫生健康委关于加强行风建设工作 1+4 文件' },
    ],
    issuingBody: 'commission',
    disclosure: 'public',
    disclosureInferred: true,
    note: {
      zh: '成文日期为2020年9月11日，第一阶段此前已结束；自查报告期限2020年11月15日是周日；主送单位和公开属性原文没有。',
      en: 'Dated 11 September 2020, after the first phase had ended; the deadline of 15 November 2020 was a Sunday.',
    },
  },
  offices: [office('medical-administration', '医政医管科')],
  approval: issuing({
    drafter: '医政医管科',
    checker: '办公室',
    countersigner: '委机关有关科室',
    signer: '分管领导',
  }),
  issuers: [{ key: 'commission', title: '上海市普陀区卫生健康委员会', kind: 'administration' }],
  series: [
    {
      key: 'medical',
      title: { zh: '医政医管文件', en: 'Papers of medical administration' },
      issuer: 'commission',
      prefix: '普卫健医',
      class: 'official',
    },
  ],
  phases: [
    phase('mobilisation', {
      title: '动员部署',
      clause: 'step-1',
      from: on('2020-07-01', '2020年7月1日'),
      to: on('2020-08-31', '2020年8月31日'),
    }),
    phase('self-check', {
      title: '自查整改',
      clause: 'step-2',
      from: on('2020-09-01', '2020年9月1日'),
      to: on('2020-11-30', '2020年11月30日'),
      permits: ['file', 'rectify'],
    }),
    phase('inspection', {
      title: '督导评议',
      clause: 'step-3',
      from: on('2020-12-01', '2020年12月1日'),
      to: on('2020-12-31', '2020年12月31日'),
      permits: ['file', 'rectify', 'inspect', 'appraise'],
    }),
  ],
  clauses,
  scorecards: [scorecard],
});
