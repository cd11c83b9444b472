import type { RollForwardPlan } from '#plugins/sdk/define.ts';

const noTerm = '文件未定期限';
const sunday = {
  zh: '原文期限为2021年1月25日前；2026年1月25日是周日，建议提前到周五。',
  en: 'The document says 25 January 2021; in 2026 that is a Sunday: the Friday before.',
};

/** Month-part dates move by themselves; the day of issue and every open date are proposed. */
export const rollForward: RollForwardPlan = {
  title: (year) => `东西湖区卫生健康局${year}年“作风建设年”工作方案`,
  /** The three phases end in October; appraisals of each quarter go on to the end of the year. */
  period: { from: '01-01', to: '12-31' },
  proposedDates: [
    {
      phase: 'self-check',
      from: '01-12',
      to: '01-31',
      wording: '1月12日起至1月底（建议）',
      reason: {
        zh: '原文从印发之日起；本年方案印发前先按1月12日安排。',
        en: 'From the day of issue in the document; 12 January until this year’s plan is issued.',
      },
    },
    { task: 'negative-list', on: '01-23', wording: '1月23日前（建议）', reason: sunday },
    { task: 'rectification-detail', on: '01-23', wording: '1月23日前（建议）', reason: sunday },
    { task: 'self-check-report', on: '01-23', wording: '1月23日前（建议）', reason: sunday },
    {
      task: 'leading-group',
      on: '02-27',
      wording: '2月27日前（建议）',
      reason: {
        zh: `${noTerm}；建议春节后确认一次。`,
        en: 'No date in the document; once, after the Spring Festival.',
      },
    },
    {
      task: 'appraisal-rectification',
      every: 'quarter',
      dueOffsetDays: 10,
      wording: '每季度结束后10日内（建议）',
      reason: {
        zh: '文件规定每季度评议，未定整改报送期限；建议季后10日内报送，与进展表错开。',
        en: 'An appraisal each quarter; ten days after it, apart from the sheet of progress.',
      },
    },
    {
      task: 'appraisal-rectification-half-year',
      every: 'half-year',
      dueOffsetDays: 10,
      wording: '每半年结束后10日内（建议）',
      reason: {
        zh: '文件规定每季度评议，未定整改报送期限；二级医院建议按半年汇总，与季报同日截止。',
        en: 'An appraisal each quarter; secondary hospitals sum up each half-year.',
      },
    },
    {
      task: 'risk-catalogue',
      on: '05-29',
      wording: '5月29日前（建议）',
      reason: {
        zh: `${noTerm}；建议上半年建立目录，下半年对照整改。`,
        en: 'No date in the document; catalogue first, rectification in the second half-year.',
      },
    },
    {
      task: 'charging-and-purchase',
      on: '06-12',
      wording: '6月12日前（建议）',
      reason: {
        zh: `${noTerm}；建议上半年自查，下半年检查。`,
        en: 'No date in the document; self-check first, inspection in the second half-year.',
      },
    },
    {
      task: 'rules-review',
      on: '06-26',
      wording: '6月26日前（建议）',
      reason: {
        zh: `${noTerm}；只梳理一次，建议在第二阶段中期完成。`,
        en: 'No date in the document; one review, in the middle of the second phase.',
      },
    },
    {
      task: 'department-duty',
      on: '06-30',
      wording: '6月30日前（建议）',
      reason: {
        zh: `${noTerm}；建议年中报一次，供督导检查使用。`,
        en: 'No date in the document; mid-year, for use by the inspection.',
      },
    },
    {
      task: 'stage-progress',
      every: 'half-year',
      dueOffsetDays: 8,
      to: '08-31',
      wording: '上半年结束后8日内（建议）',
      reason: {
        zh: '文件未定期限；第二阶段2月初至8月底，只在中期报一次上半年进展。',
        en: 'No date in the document; once, in the middle of the second phase.',
      },
    },
    {
      task: 'service-improvement',
      on: '08-31',
      wording: '8月31日前（建议）',
      reason: {
        zh: `${noTerm}；建议在第二阶段结束时报送。`,
        en: 'No date in the document; at the end of the second phase.',
      },
    },
    {
      task: 'campaign-summary',
      on: '10-30',
      wording: '10月30日前（建议）',
      reason: {
        zh: '文件只写“及时”；第三阶段到10月底，当天是周六，建议周五前报送。',
        en: 'The document says “in time”; the phase ends on Saturday 31 October, so the Friday before.',
      },
    },
  ],
};
