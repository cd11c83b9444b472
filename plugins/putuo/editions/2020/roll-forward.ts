import type { RollForwardPlan } from '#plugins/sdk/define.ts';

const noTerm = '文件未定期限';
const phaseReason = {
  zh: '原文为2020年的同一时段；月日照旧，年份改为本年。',
  en: 'The same days as in the document of 2020.',
};

/** The document dates its phases and one report; every other day here is the commission's to change. */
export const rollForward: RollForwardPlan = {
  title: (year) => `${year}年普陀区医疗行业作风建设工作专项行动`,
  /** The special action lasts from July to December; what parts two and four ask for goes on all year. */
  period: { from: '01-01', to: '12-31' },
  proposedDates: [
    {
      phase: 'mobilisation',
      from: '07-01',
      to: '08-31',
      wording: '7月1日至8月31日（建议）',
      reason: phaseReason,
    },
    {
      phase: 'self-check',
      from: '09-01',
      to: '11-30',
      wording: '9月1日至11月30日（建议）',
      reason: phaseReason,
    },
    {
      phase: 'inspection',
      from: '12-01',
      to: '12-31',
      wording: '12月1日至12月31日（建议）',
      reason: phaseReason,
    },
    {
      task: 'risk-screening',
      every: 'quarter',
      dueOffsetDays: 8,
      wording: '每季度结束后8日内（建议）',
      reason: {
        zh: '文件只写“滚动排查”；二级及以上医院建议按季滚动，季后8日内报送，避开国庆假期。',
        en: 'The document says “rolling”; each quarter for hospitals of level two and above.',
      },
    },
    {
      task: 'risk-screening-half-year',
      every: 'half-year',
      dueOffsetDays: -15,
      wording: '6月15日前、12月16日前（建议）',
      reason: {
        zh: '文件只写“滚动排查”；其他单位岗位少，建议每半年一次，先于半年教育情况半个月。',
        en: 'The document says “rolling”; each half-year for the other units.',
      },
    },
    {
      task: 'conduct-mechanism',
      on: '04-15',
      wording: '4月15日前（建议）',
      reason: {
        zh: `${noTerm}；建议年初人员调整后确认一次。`,
        en: 'No date in the document; once, after the changes at the beginning of the year.',
      },
    },
    {
      task: 'practice-check',
      on: '05-29',
      wording: '5月29日前（建议）',
      reason: {
        zh: `${noTerm}；建议上半年自查，为下半年专项行动摸底。`,
        en: 'No date in the document; before the special action of the second half-year.',
      },
    },
    {
      task: 'prescription-review',
      on: '06-12',
      wording: '6月12日前（建议）',
      reason: {
        zh: `${noTerm}；上年度处方点评数据一般在二季度可用。`,
        en: 'No date in the document; last year’s figures are usually available by then.',
      },
    },
    {
      task: 'conduct-education',
      every: 'half-year',
      dueOffsetDays: 0,
      wording: '6月30日前、12月31日前（建议）',
      reason: {
        zh: `${noTerm}；宣传教育贯穿全年，建议每半年报一次次数。`,
        en: 'No date in the document; education goes on all year, numbers each half-year.',
      },
    },
    {
      task: 'safe-hospital',
      on: '07-10',
      wording: '7月10日前（建议）',
      reason: {
        zh: `${noTerm}；建议在动员部署阶段开始时报上半年情况。`,
        en: 'No date in the document; the first half-year, as mobilisation begins.',
      },
    },
    {
      task: 'satisfaction-use',
      on: '09-18',
      wording: '9月18日前（建议）',
      reason: {
        zh: `${noTerm}；建议在自查整改阶段报送，供督导评议使用。`,
        en: 'No date in the document; during the self-check, for use by the inspection.',
      },
    },
    {
      task: 'self-check-report',
      on: '11-13',
      wording: '11月13日前（建议）',
      reason: {
        zh: '原文期限为2020年11月15日前（当天是周日）；2026年11月15日也是周日，建议提前到周五。',
        en: 'The document says 15 November 2020, a Sunday; it is one again in 2026: the Friday before.',
      },
    },
    {
      task: 'rectification-plan',
      on: '11-30',
      wording: '11月30日前（建议）',
      reason: {
        zh: '文件要求自查后制定整改方案，未定期限；建议在自查整改阶段结束前报送。',
        en: 'A plan follows the self-check without a date; by the end of that phase.',
      },
    },
    {
      task: 'ethics-appraisal',
      on: '12-11',
      wording: '12月11日前（建议）',
      reason: {
        zh: `${noTerm}；年度医德考评一般12月上旬结束。`,
        en: 'No date in the document; the yearly appraisal usually ends in early December.',
      },
    },
  ],
};
