import { defineCampaign, issuing, office } from '#plugins/sdk/define.ts';
import { clauses } from './clauses.ts';
import { behaviours } from './forms/irregular-charging.ts';
import { scorecard } from './scorecard.ts';

export { coverage } from './coverage.ts';
export { rollForward } from './roll-forward.ts';

export const campaign = defineCampaign({
  key: 'guangxi-2023',
  title: '2023年全区卫生健康系统行风建设工作要点',
  year: 2023,
  period: { from: '2023-01-01', to: '2023-12-31' },
  document: {
    title: '2023年全区卫生健康系统行风建设工作要点',
    kindName: '工作要点',
    issuer: '广西壮族自治区卫生健康委员会',
    issuerInferred: true,
    basis: [
      '《医疗机构工作人员廉洁从业九项准则》',
      '《广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定》',
      '《全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）》',
      '《关于规范医疗机构医疗服务及收费行为促进医保基金合理使用的通知》',
    ],
    lineage: [
      { relation: 'carries-out', title: '医疗机构工作人员廉洁从业九项准则' },
      { relation: 'carries-out', title: '广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定' },
      {
        relation: 'carries-out',
        title: '全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）',
      },
      {
        relation: 'carries-out',
        title: '关于规范医疗机构医疗服务及收费行为促进医保基金合理使用的通知',
      },
    ],
    issuingBody: 'commission',
    disclosure: 'public',
    disclosureInferred: true,
    note: {
      zh: '所得文本从正文开始：没有标题、文号、日期和主送单位。标题和发文机关为推断，其余留空。',
      en: 'The text begins with its body: no title, number, date or recipients. Title and issuer are inferred; the rest stays empty.',
    },
  },
  offices: [office('conduct-office', '行风办', { inferred: true })],
  approval: issuing({
    drafter: '行风办',
    checker: '办公室',
    countersigner: '委机关有关处室',
    signer: '分管领导',
  }),
  issuers: [{ key: 'commission', title: '广西壮族自治区卫生健康委员会', kind: 'administration' }],
  clauses,
  scorecards: [scorecard],
  dictionaries: [
    {
      key: 'irregular-behaviours',
      title: { zh: '十类不规范诊疗收费行为', en: 'The ten irregular behaviours' },
      entries: behaviours.map(({ key, zh, en }) => ({ key, label: { zh, en } })),
      source: { clause: 'item-11-2', quote: '无指征化验、无指征入院、资质不符等不规范诊疗行为' },
    },
  ],
});
