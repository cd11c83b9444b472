import { after, defineCampaign, issuing, monthPart, office, phase } from '#plugins/sdk/define.ts';
import { options } from '#plugins/sdk/define/fields.ts';
import { clauses } from './clauses.ts';
import { problemKinds } from './problem-kinds.ts';
import { scorecard } from './scorecard.ts';
import { workstreams } from './workstreams.ts';

export { coverage } from './coverage.ts';
export { rollForward } from './roll-forward.ts';

export const campaign = defineCampaign({
  key: 'dongxihu-2021',
  title: '东西湖区卫生健康局2021年“作风建设年”工作方案',
  year: 2021,
  period: { from: '2021-01-19', to: '2021-10-31' },
  document: {
    title: '东西湖区卫生健康局2021年“作风建设年”工作方案',
    kindName: '工作方案',
    number: '东卫发〔2021〕3号',
    issuer: '中国共产党武汉市东西湖区卫生健康局委员会',
    signedOn: '2021-01-19',
    printedOn: '2021-01-19',
    recipients: '局机关各科室、局属各单位',
    basis: ['《关于印发2021年东西湖区“作风建设年”工作方案的通知》'],
    lineage: [
      {
        relation: 'carries-out',
        title: '关于印发2021年东西湖区“作风建设年”工作方案的通知',
        issuer: '东西湖区委、区政府',
      },
    ],
    issuingBody: 'party-committee',
    disclosure: 'public',
    disclosureInferred: true,
    note: {
      zh: '发文机关是局党委，落款单位为区卫生健康局办公室印发；第二、第三阶段在8月重叠；附件2的表头与附件目录不一致，以附件目录为准。公开属性原文没有。',
      en: 'Issued by the bureau’s party committee. Phases two and three overlap in August. The heading of annex 2 differs from the list of annexes, which is followed.',
    },
  },
  offices: [
    office('bureau-office', '局办公室（监审科）'),
    office('medical-affairs', '医政科', { inferred: true }),
    office('finance-and-information', '财务与信息化科', { inferred: true }),
  ],
  approval: issuing({
    drafter: '局办公室（监审科）',
    checker: '局办公室',
    countersigner: '局机关有关科室',
    signer: '局党委主要负责人',
  }),
  issuers: [
    { key: 'party-committee', title: '中国共产党武汉市东西湖区卫生健康局委员会', kind: 'party' },
  ],
  series: [
    {
      key: 'party-papers',
      title: { zh: '局党委文件', en: 'Papers of the party committee' },
      issuer: 'party-committee',
      prefix: '东卫发',
      class: 'official',
    },
  ],
  workstreams,
  phases: [
    phase('self-check', {
      title: '学习动员与自查自纠',
      clause: 'step-1',
      from: after('issue', 0, 'natural', '即日起'),
      to: monthPart('2021-01', 'end', '1月底前'),
      permits: ['file', 'rectify'],
    }),
    phase('improvement', {
      title: '问题整改与全面提升',
      clause: 'step-2',
      from: monthPart('2021-02', 'beginning', '2月初'),
      to: monthPart('2021-08', 'end', '8月底'),
      permits: ['file', 'rectify', 'inspect', 'appraise'],
    }),
    phase('evaluation', {
      title: '总结与检查评估',
      clause: 'step-3',
      from: monthPart('2021-08', 'beginning', '8月初'),
      to: monthPart('2021-10', 'end', '10月底'),
      permits: ['file', 'rectify', 'inspect', 'appraise'],
    }),
  ],
  clauses,
  scorecards: [scorecard],
  dictionaries: [
    {
      key: 'problem-kinds',
      title: { zh: '六个方面治理重点', en: 'The six kinds of problems' },
      entries: options(problemKinds),
      source: { clause: 'part-2', quote: '有令不行，有禁不止' },
    },
  ],
});
