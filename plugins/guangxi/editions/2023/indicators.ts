import { count, mean, ratio, value } from '#plugins/sdk/define.ts';

export const nineRulesAwareness = ratio('nine-rules-awareness', {
  title: { zh: '“九项准则”知晓率', en: 'Awareness of the nine rules' },
  definition: {
    zh: '参加“九项准则”知识测试的工作人员中，达到合格线的比例。',
    en: 'Of the staff tested on the nine rules, the share at or above the pass mark.',
  },
  numerator: { zh: '达到合格线人数', en: 'At or above the pass mark' },
  denominator: { zh: '参加测试人数', en: 'Tested' },
  unit: { zh: '%', en: '%' },
  measure: {
    kind: 'answers',
    form: 'integrity-education',
    numerator: 'aware',
    denominator: 'tested',
  },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '规定知晓率达到100%',
  answers: [{ common: 'nine-rules-awareness', match: 'same' }],
});

export const warningEducation = count('warning-education', {
  title: { zh: '警示教育次数', en: 'Warning education sessions' },
  definition: {
    zh: '医疗机构当年开展警示教育的次数；每家每年至少1次。',
    en: 'Sessions of warning education held in the year; at least one for each institution.',
  },
  unit: { zh: '次', en: 'sessions' },
  measure: { kind: 'answers', form: 'integrity-education', numerator: 'warning-sessions' },
  direction: 'higher',
  minimum: 1,
  quote: '每年至少开展 1 次警示教育',
  answers: [
    {
      common: 'warning-education-count',
      match: 'near',
      note: {
        zh: '本方案要求每家机构每年不少于1次，可比指标只看变化趋势',
        en: 'Here at least one a year is asked of each institution; shared, only the trend counts',
      },
    },
  ],
});

export const caseClosed = ratio('case-closed', {
  title: { zh: '办结率', en: 'Cases closed' },
  definition: {
    zh: '办理期限在期内届满的行风信访诉求中，已办结的比例；未到期的不计入。',
    en: 'Of the conduct petitions whose term ended in the period, the share closed.',
  },
  numerator: { zh: '已办结件数', en: 'Closed' },
  denominator: { zh: '受理件数（期限届满）', en: 'Accepted, term ended' },
  unit: { zh: '%', en: '%' },
  measure: {
    kind: 'answers',
    form: 'case-handling',
    numerator: 'closed',
    denominator: 'accepted',
  },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '确保办结率达到 100%',
  answers: [{ common: 'case-closed-rate', match: 'same' }],
});

export const inpatientSatisfaction = mean('inpatient-satisfaction', {
  title: { zh: '住院患者满意度', en: 'In-patient satisfaction' },
  definition: {
    zh: '国家满意度调查平台住院患者满意度得分的平均值（百分制），样本不足的医院不作评价。',
    en: 'Mean score (0–100) of in-patients on the national platform.',
  },
  unit: { zh: '分', en: 'points' },
  measure: { kind: 'import', system: '国家满意度调查平台' },
  direction: 'higher',
  quote: '强化第三方满意度调查社会监督作用',
  answers: [
    {
      common: 'discharged-satisfaction',
      match: 'near',
      note: {
        zh: '取自全国平台住院患者满意度，不是出院患者第三方问卷。',
        en: 'In-patients on the national platform, not a survey of discharged patients.',
      },
    },
  ],
});

const performanceReview = { kind: 'import' as const, system: '国家公立医院绩效考核管理平台' };

export const prescriptionsReviewed = ratio('prescriptions-reviewed', {
  title: { zh: '点评处方占处方总数的比例', en: 'Prescriptions reviewed' },
  definition: {
    zh: '点评的处方数占处方总数的比例；文件未定目标值，只看方向。',
    en: 'Share of prescriptions reviewed; no target in the document, direction only.',
  },
  numerator: { zh: '点评处方数', en: 'Reviewed' },
  denominator: { zh: '处方总数', en: 'All prescriptions' },
  unit: { zh: '%', en: '%' },
  measure: performanceReview,
  direction: 'higher',
  quote: '点评处方占处方总数的比例',
});

export const antibioticsIntensity = value('antibiotics-intensity', {
  title: { zh: '抗菌药物使用强度', en: 'Antibiotics intensity' },
  definition: {
    zh: '住院患者每100人天抗菌药物累计消耗的DDD数；文件未定目标值，只看方向。',
    en: 'DDDs of antibiotics per 100 patient days; no target in the document, direction only.',
  },
  unit: 'DDDs',
  measure: performanceReview,
  direction: 'lower',
  quote: '抗菌药物使用强度',
});

export const outpatientEssential = ratio('outpatient-essential', {
  title: { zh: '门诊患者基本药物处方占比', en: 'Essential drugs, out-patients' },
  definition: {
    zh: '使用基本药物的门诊处方占门诊处方的比例；文件未定目标值，只看方向。',
    en: 'Share of out-patient prescriptions with essential drugs; direction only.',
  },
  numerator: { zh: '门诊使用基本药物的处方数', en: 'With essential drugs' },
  denominator: { zh: '门诊处方总数', en: 'All out-patient prescriptions' },
  unit: { zh: '%', en: '%' },
  measure: performanceReview,
  direction: 'higher',
  quote: '门诊患者基本药物处方占比',
});

export const inpatientEssential = ratio('inpatient-essential', {
  title: { zh: '住院患者基本药物使用率', en: 'Essential drugs, in-patients' },
  definition: {
    zh: '使用基本药物的出院患者占出院患者的比例；文件未定目标值，只看方向。',
    en: 'Share of in-patients given essential drugs; direction only.',
  },
  numerator: { zh: '住院使用基本药物人次', en: 'Given essential drugs' },
  denominator: { zh: '出院总人次', en: 'All discharged' },
  unit: { zh: '%', en: '%' },
  measure: performanceReview,
  direction: 'higher',
  quote: '住院患者基本药物使用率',
});
