import { mean, proposed, ratio } from '#plugins/sdk/define.ts';

const filingReason = {
  zh: '文件未设此指标；各地都能由报送记录直接算出，用于地区情况对比。',
  en: 'Not in the document; every region can count it from its filings, so regions can be compared.',
};
const filings = {
  unit: { zh: '%', en: '%' },
  direction: 'higher' as const,
  source: proposed(filingReason),
};

export const onTimeFiling = ratio('on-time-filing', {
  ...filings,
  title: { zh: '按时报送率', en: 'Filed on time' },
  definition: {
    zh: '期内到期应报送的报送件中，在截止时间前（含当日，准予延期的按延期后）首次报送的比例；免报不计入，未到期不计入。',
    en: 'Of the filings that fell due in the period, the share first filed by the deadline (or the extended one); exempt and not yet due are left out.',
  },
  numerator: { zh: '按时报送件数', en: 'Filed on time' },
  denominator: { zh: '到期应报送件数', en: 'Due' },
  measure: { kind: 'filings', statistic: 'on-time' },
  answers: [{ common: 'on-time-filing-rate', match: 'same' }],
});

export const firstPass = ratio('first-pass', {
  ...filings,
  title: { zh: '一次通过率', en: 'Accepted at first review' },
  definition: {
    zh: '期内审核完毕的报送件中，未经退回修改即审核通过的比例；零报告不计入。',
    en: 'Of the filings whose review was finished, the share accepted without being returned; nil returns are left out.',
  },
  numerator: { zh: '一次审核通过件数', en: 'Accepted at once' },
  denominator: { zh: '审核完毕件数', en: 'Reviewed' },
  measure: { kind: 'filings', statistic: 'first-pass' },
  answers: [{ common: 'first-pass-rate', match: 'same' }],
});

export const rectifiedAfterReturn = ratio('rectified-after-return', {
  ...filings,
  title: { zh: '退回整改完成率', en: 'Mended after return' },
  definition: {
    zh: '期内曾被退回修改的报送件中，已修改并审核通过的比例。',
    en: 'Of the filings returned for correction, the share mended and accepted.',
  },
  numerator: { zh: '退回后审核通过件数', en: 'Accepted after return' },
  denominator: { zh: '退回修改件数', en: 'Returned' },
  measure: { kind: 'filings', statistic: 'rectified-after-return' },
  answers: [{ common: 'return-rectified-rate', match: 'same' }],
});

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
