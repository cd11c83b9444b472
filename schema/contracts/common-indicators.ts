import type { CommonIndicator } from './oversight.ts';

const percent = { zh: '%', en: '%' };
const sessions = { zh: '次', en: 'sessions' };
const points = { zh: '分', en: 'points' };

type Draft = Omit<CommonIndicator, 'order' | 'direction' | 'unit'> &
  Partial<Pick<CommonIndicator, 'direction' | 'unit'>>;

const small = 10;
const usual = 20;

/** 可比指标 as this program knows them; a control database publishes them, crosswalks name them. */
const drafts: readonly Draft[] = [
  {
    key: 'on-time-filing-rate',
    title: { zh: '按时报送率', en: 'Filed on time' },
    form: 'ratio',
    definition: {
      zh: '期内到期应报送的报送件中，在截止时间前（含当日，准予延期的按延期后）首次报送的比例；免报不计入，未到期不计入。',
      en: 'Of the filings that fell due in the period, the share first filed by the deadline (or the extended one); exempt and not yet due are left out.',
    },
    numerator: { zh: '按时报送件数', en: 'Filed on time' },
    denominator: { zh: '到期应报送件数', en: 'Due' },
    minimumDenominator: usual,
    fullCount: true,
  },
  {
    key: 'first-pass-rate',
    title: { zh: '一次通过率', en: 'Accepted at first review' },
    form: 'ratio',
    definition: {
      zh: '期内作出首次审核结论的报送件中，未经退回修改即审核通过的比例；零报告、免报不计入。',
      en: 'Of the filings first decided on in the period, the share accepted without being returned; nil returns and exempt ones are left out.',
    },
    numerator: { zh: '一次审核通过件数', en: 'Accepted at once' },
    denominator: { zh: '审核件数', en: 'Reviewed' },
    minimumDenominator: usual,
    fullCount: true,
  },
  {
    key: 'return-rectified-rate',
    title: { zh: '退回整改完成率', en: 'Mended after return' },
    form: 'ratio',
    definition: {
      zh: '期内曾被退回修改的报送件中，截至期末已修改并审核通过的比例；免报不计入。',
      en: 'Of the filings returned for correction in the period, the share mended and accepted by its end; exempt ones are left out.',
    },
    numerator: { zh: '退回后审核通过件数', en: 'Accepted after return' },
    denominator: { zh: '退回修改件数', en: 'Returned' },
    minimumDenominator: small,
    fullCount: true,
  },
  {
    key: 'case-investigated-rate',
    title: { zh: '查办率', en: 'Cases investigated' },
    form: 'ratio',
    definition: {
      zh: '期内到期应核查的行风问题中，已核查的比例；未到期的不计入。',
      en: 'Of the conduct cases due for investigation in the period, the share investigated; those not yet due are left out.',
    },
    numerator: { zh: '已核查件数', en: 'Investigated' },
    denominator: { zh: '应核查件数', en: 'Due for investigation' },
    minimumDenominator: small,
    fullCount: true,
  },
  {
    key: 'case-replied-rate',
    title: { zh: '回复率', en: 'Replies given' },
    form: 'ratio',
    definition: {
      zh: '期内到期应答复的实名件中，已答复反映人的比例；匿名件不计入。',
      en: 'Of the named cases due for a reply in the period, the share replied to; anonymous ones are left out.',
    },
    numerator: { zh: '已答复件数', en: 'Replied' },
    denominator: { zh: '应答复件数（实名）', en: 'Due for a reply (named)' },
    minimumDenominator: small,
    fullCount: true,
  },
  {
    key: 'case-closed-rate',
    title: { zh: '办结率', en: 'Cases closed' },
    form: 'ratio',
    definition: {
      zh: '期内受理的投诉中，已办结的比例；办理期限未满的不计入。',
      en: 'Of the complaints accepted in the period, the share closed; those within their term are left out.',
    },
    numerator: { zh: '已办结件数', en: 'Closed' },
    denominator: { zh: '受理件数', en: 'Accepted' },
    minimumDenominator: small,
    fullCount: true,
  },
  {
    key: 'nine-rules-awareness',
    title: { zh: '“九项准则”知晓率', en: 'Awareness of the nine rules' },
    form: 'ratio',
    definition: {
      zh: '知识测试有效答卷中，达到合格分数的比例。',
      en: 'Of the valid answers to the knowledge test, the share at or above the pass mark.',
    },
    numerator: { zh: '达标答卷数', en: 'Passed' },
    denominator: { zh: '有效答卷数', en: 'Valid answers' },
    minimumDenominator: 30,
    fullCount: false,
  },
  {
    key: 'warning-education-count',
    title: { zh: '警示教育次数', en: 'Warning education sessions' },
    form: 'count',
    definition: {
      zh: '期内各单位开展警示教育的次数合计，与应开展单位数并列，不作高低评价。',
      en: 'Sessions held by all units in the period, shown beside the number of units; not judged as high or low.',
    },
    numerator: { zh: '次数', en: 'Sessions' },
    denominator: { zh: '单位数', en: 'Units' },
    unit: sessions,
    direction: 'trend',
    minimumDenominator: 5,
    fullCount: true,
  },
  {
    key: 'discharged-satisfaction',
    title: { zh: '出院患者满意度', en: 'Satisfaction of discharged patients' },
    form: 'mean',
    definition: {
      zh: '第三方问卷调查中出院患者满意度得分（百分制）；得分合计与有效答卷数分列，样本不足不作评价。',
      en: 'Scores (0–100) of discharged patients in a third-party survey: sum of scores and number of answers; too small a sample is not assessed.',
    },
    numerator: { zh: '得分合计', en: 'Sum of scores' },
    denominator: { zh: '有效答卷数', en: 'Valid answers' },
    unit: points,
    minimumDenominator: 30,
    fullCount: false,
  },
  {
    key: 'rectification-rate',
    title: { zh: '问题销号率', en: 'Problems struck off' },
    form: 'ratio',
    definition: {
      zh: '期内整改到期的问题中，经主管部门同意销号的比例；转长期整改的不计入。',
      en: 'Of the problems due for rectification in the period, the share struck off by the authority; long-term ones are left out.',
    },
    numerator: { zh: '已销号问题数', en: 'Struck off' },
    denominator: { zh: '整改到期问题数', en: 'Due' },
    minimumDenominator: small,
    fullCount: true,
  },
];

export const commonIndicatorCatalogue: readonly CommonIndicator[] = drafts.map((draft, index) => ({
  unit: percent,
  direction: 'higher',
  ...draft,
  order: (index + 1) * 10,
}));
