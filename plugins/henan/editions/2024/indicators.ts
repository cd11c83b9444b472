import { mean, ratio } from '#plugins/sdk/define.ts';

export const caseInvestigated = ratio('case-investigated', {
  title: { zh: '查办率', en: 'Cases investigated' },
  definition: {
    zh: '期内到期应查办的行风问题投诉中，已查办的比例；未到期的不计入。',
    en: 'Of the conduct complaints due for investigation, the share investigated.',
  },
  numerator: { zh: '已查办件数', en: 'Investigated' },
  denominator: { zh: '应查办件数', en: 'Due for investigation' },
  unit: { zh: '%', en: '%' },
  measure: {
    kind: 'answers',
    form: 'complaint-report',
    numerator: 'investigated',
    denominator: 'due-cases',
  },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '查办率和回复率要达到100%',
  answers: [{ common: 'case-investigated-rate', match: 'same' }],
});

export const caseReplied = ratio('case-replied', {
  title: { zh: '回复率', en: 'Replies given' },
  definition: {
    zh: '期内到期应回复的实名投诉中，已回复反映人的比例；匿名件不计入。',
    en: 'Of the named complaints due for a reply, the share replied to; anonymous ones are left out.',
  },
  numerator: { zh: '已回复件数', en: 'Replied' },
  denominator: { zh: '应回复件数', en: 'Due for a reply' },
  unit: { zh: '%', en: '%' },
  measure: {
    kind: 'answers',
    form: 'complaint-report',
    numerator: 'replied',
    denominator: 'due-replies',
  },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '查办率和回复率要达到100%',
  answers: [{ common: 'case-replied-rate', match: 'same' }],
});

export const dischargedSatisfaction = mean('discharged-satisfaction', {
  title: { zh: '出院患者满意度', en: 'Satisfaction of discharged patients' },
  definition: {
    zh: '第三方问卷调查中出院患者满意度得分的平均值（百分制），样本不足的医院不作评价。',
    en: 'Mean score (0–100) of discharged patients in the third-party survey; hospitals with too small a sample are not assessed.',
  },
  unit: { zh: '分', en: 'points' },
  measure: { kind: 'import', system: '第三方出院患者满意度调查' },
  direction: 'higher',
  quote: '开展出院患者满意度第三方问卷调查',
  answers: [{ common: 'discharged-satisfaction', match: 'same' }],
});
