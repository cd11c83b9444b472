import { mean, ratio } from '#plugins/sdk/define.ts';

export const inspectionCoverage = ratio('inspection-coverage', {
  title: { zh: '督查覆盖率', en: 'Inspection coverage' },
  definition: {
    zh: '督导评议阶段接受督查的区属医疗机构数占区属医疗机构数的比例。',
    en: 'Share of the district’s institutions that were inspected in the third phase.',
  },
  numerator: { zh: '已接受督查的机构数', en: 'Inspected' },
  denominator: { zh: '区属医疗机构数', en: 'Institutions of the district' },
  unit: { zh: '%', en: '%' },
  measure: { kind: 'register', register: 'inspections', statistic: 'unit-coverage' },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '对区属医疗机构开展全覆盖督查',
});

export const prescriptionsReviewed = ratio('prescriptions-reviewed', {
  title: { zh: '点评处方占处方总数的比例', en: 'Prescriptions reviewed' },
  definition: {
    zh: '点评的处方数占处方总数的比例；文件未定目标值，只看方向。',
    en: 'Share of prescriptions reviewed; no target in the document, direction only.',
  },
  numerator: { zh: '点评处方数', en: 'Reviewed' },
  denominator: { zh: '处方总数', en: 'All prescriptions' },
  unit: { zh: '%', en: '%' },
  measure: { kind: 'import', system: '区属临床用药监管系统' },
  direction: 'higher',
  quote: '依托区属临床用药监管系统',
});

export const serviceSatisfaction = mean('service-satisfaction', {
  title: { zh: '公立医院医疗服务满意度', en: 'Satisfaction with public hospitals' },
  definition: {
    zh: '公立医院医疗服务满意度调查得分的平均值（百分制），样本不足的医院不作评价。',
    en: 'Mean score (0–100) of the satisfaction survey of public hospitals.',
  },
  unit: { zh: '分', en: 'points' },
  measure: { kind: 'import', system: '“OA”+廉洁风险防控平台' },
  direction: 'higher',
  quote: '积极推进公立医院医疗服务满意度调查范围和结果运用',
});
