import type { RollForwardPlan } from '#plugins/sdk/define.ts';

const noTerm = '文件未定期限';

/** The document has no date at all: each day here is the commission's to change. */
export const rollForward: RollForwardPlan = {
  title: (year) => `${year}年全区卫生健康系统行风建设工作要点`,
  proposedDates: [
    {
      task: 'organization-system',
      on: '04-15',
      wording: '4月15日前（建议）',
      reason: {
        zh: `${noTerm}；建议年初人员调整后确认一次。`,
        en: 'No date in the document; once, after the changes at the beginning of the year.',
      },
    },
    {
      task: 'red-packet-check',
      on: '05-29',
      wording: '5月29日前（建议）',
      reason: {
        zh: `${noTerm}；建议上半年自查，下半年检查。`,
        en: 'No date in the document; self-check first, inspection in the second half-year.',
      },
    },
    {
      task: 'integrity-education',
      on: '06-24',
      wording: '6月24日前（建议）',
      reason: {
        zh: `${noTerm}；建议在上半年数据截止前报送，未开展警示教育的说明安排。`,
        en: 'No date in the document; before the half-year figures are closed.',
      },
    },
    {
      task: 'drug-use-review',
      on: '06-17',
      wording: '6月17日前（建议）',
      reason: {
        zh: `${noTerm}；上年度绩效考核数据一般在二季度可用。`,
        en: 'No date in the document; last year’s figures are usually available by then.',
      },
    },
    {
      task: 'self-check',
      every: 'half-year',
      dueOffsetDays: -15,
      wording: '6月15日前、12月16日前（建议）',
      reason: {
        zh: '文件只写“定期”；建议每半年一次，先于领导班子报告半个月。',
        en: 'The document says “regularly”; two weeks before the leaders report.',
      },
    },
    {
      task: 'self-check-year',
      on: '07-24',
      wording: '7月24日前（建议）',
      reason: {
        zh: '文件只写“定期”；一级及以下医疗机构建议年中一次。',
        en: 'The document says “regularly”; once in mid-year for small institutions.',
      },
    },
    {
      task: 'leadership-duty',
      every: 'half-year',
      dueOffsetDays: 0,
      wording: '6月30日前、12月31日前（建议）',
      reason: {
        zh: '文件只写“定期”；建议每半年一次，与半年小结、年终总结合并。',
        en: 'The document says “regularly”; half-yearly, with the summaries.',
      },
    },
    {
      task: 'case-handling',
      every: 'quarter',
      dueOffsetDays: 8,
      wording: '每季度结束后8日内（建议）',
      reason: {
        zh: `${noTerm}；按季统计，季后8日内报送，避开国庆假期。`,
        en: 'No date in the document; quarterly, eight days after the quarter.',
      },
    },
    {
      task: 'case-handling-half-year',
      every: 'half-year',
      dueOffsetDays: 8,
      wording: '每半年结束后8日内（建议）',
      reason: {
        zh: `${noTerm}；按半年统计，与季报同日截止。`,
        en: 'No date in the document; half-yearly, due with the quarterly ones.',
      },
    },
    {
      task: 'inspection-report',
      every: 'half-year',
      dueOffsetDays: 8,
      wording: '每半年结束后8日内（建议）',
      reason: {
        zh: '文件只写“定期”明察暗访；建议每半年报一次已结束的检查。',
        en: 'The document says “regularly”; finished visits, each half-year.',
      },
    },
    {
      task: 'irregular-charging',
      every: 'half-year',
      dueOffsetDays: 13,
      wording: '每半年结束后13日内（建议）',
      reason: {
        zh: '文件只写“持续深入开展”；建议每半年一次，晚于信访报表几日，避免同日截止。',
        en: 'The document says “continuing”; half-yearly, some days after the petitions.',
      },
    },
    {
      task: 'irregular-charging-year',
      on: '08-14',
      wording: '8月14日前（建议）',
      reason: {
        zh: '文件只写“持续深入开展”；其他医疗机构建议每年一次，与自查自纠错开三周。',
        en: 'The document says “continuing”; once a year, three weeks after the self-check.',
      },
    },
    {
      task: 'award-nomination',
      on: '09-18',
      wording: '9月18日前（建议）',
      reason: {
        zh: `${noTerm}；给评审和公示留出时间。`,
        en: 'No date in the document; leaves time for review and notice.',
      },
    },
    {
      task: 'research-report',
      on: '10-30',
      wording: '10月30日前（建议）',
      reason: {
        zh: `${noTerm}；建议在年底总结前完成。`,
        en: 'No date in the document; before the summaries of the year.',
      },
    },
    {
      task: 'patient-benefit',
      on: '11-13',
      wording: '11月13日前（建议）',
      reason: {
        zh: `${noTerm}；建议在全年数据截止前报送。`,
        en: 'No date in the document; before the figures of the year are closed.',
      },
    },
  ],
};
