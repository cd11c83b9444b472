import type { RollForwardPlan } from '#plugins/sdk/define.ts';

const term = '文件未定期限';

/** The document has no date inside the year: each day here is the commission's to change. */
export const rollForward: RollForwardPlan = {
  title: (year) => `${year}年全省卫生健康系统行业作风建设工作要点`,
  proposedDates: [
    {
      task: 'organization-record',
      on: '04-15',
      wording: '4月15日前（建议）',
      reason: {
        zh: `${term}；要点一般3月印发，建议印发后一个月左右确认组织架构。`,
        en: 'No date in the document; about a month after the key points are usually issued.',
      },
    },
    {
      task: 'complaint-report',
      every: 'quarter',
      dueOffsetDays: 8,
      wording: '每季度结束后8日内（建议）',
      reason: {
        zh: `${term}；按季统计，季后8日内报送，避开国庆假期。`,
        en: 'No date in the document; quarterly figures, eight days after the quarter.',
      },
    },
    {
      task: 'complaint-report-half-year',
      every: 'half-year',
      dueOffsetDays: 8,
      wording: '每半年结束后8日内（建议）',
      reason: {
        zh: `${term}；件数少的单位按半年统计，与季报同日截止。`,
        en: 'No date in the document; half-yearly figures, due with the quarterly ones.',
      },
    },
    {
      task: 'power-and-risk',
      on: '05-29',
      wording: '5月29日前（建议）',
      reason: {
        zh: `${term}；排查结果用于下半年专项监督，建议上半年完成。`,
        en: 'No date in the document; the result serves the supervision of the second half-year.',
      },
    },
    {
      task: 'ethics-archive',
      on: '06-12',
      wording: '6月12日前（建议）',
      reason: {
        zh: `${term}；上一年度医德考评结束后调研，建议年中前完成。`,
        en: 'No date in the document; after last year’s appraisal is closed.',
      },
    },
    {
      task: 'half-year-summary',
      every: 'half-year',
      dueOffsetDays: 0,
      wording: '6月30日前、12月31日前（建议）',
      reason: {
        zh: '文件只写“定期”；建议每半年一次，与半年小结、年终总结合并。',
        en: 'The document says “regularly”; half-yearly, with the summaries.',
      },
    },
    {
      task: 'model-nomination',
      on: '07-10',
      wording: '7月10日前（建议）',
      reason: {
        zh: `${term}；给评审和公示留出时间，以便8月19日中国医师节前后公布。`,
        en: 'No date in the document; leaves time for review and notice before Doctors’ Day.',
      },
    },
    {
      task: 'four-governances',
      on: '07-15',
      wording: '7月15日前（建议）',
      reason: {
        zh: `${term}；报上半年进展，供下半年督导使用。`,
        en: 'No date in the document; progress of the first half-year.',
      },
    },
    {
      task: 'clean-hospital',
      on: '08-31',
      wording: '8月31日前（建议）',
      reason: {
        zh: `${term}；先于属地推荐两个月，便于属地核查。`,
        en: 'No date in the document; two months before bureaus recommend.',
      },
    },
    {
      task: 'inspection-review',
      on: '09-24',
      wording: '9月24日前（建议）',
      reason: {
        zh: `${term}；下半年巡查进驻前完成对照，避开2026年中秋假期。`,
        en: 'No date in the document; before the teams arrive, and the day before Mid-Autumn 2026.',
      },
    },
    {
      task: 'demonstration-recommend',
      on: '10-30',
      wording: '10月30日前（建议）',
      reason: {
        zh: `${term}；给年底前评审、公示留出时间。`,
        en: 'No date in the document; leaves time for review and notice before the year ends.',
      },
    },
    {
      task: 'appraisal-rectification',
      on: '11-30',
      wording: '11月30日前（建议）',
      reason: {
        zh: '文件只写“限时整改”；民主评议11月结束，建议同月底集中报整改情况。',
        en: 'The document says “within a time limit”; after the appraisal in November.',
      },
    },
  ],
};
