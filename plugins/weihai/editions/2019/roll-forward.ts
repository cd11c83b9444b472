import type { RollForwardPlan } from '#plugins/sdk/define.ts';

/**
 * The one deadline of the document keeps its day. Everything else it leaves to other papers or to no
 * date at all, so each day here is the commission's to change.
 */
export const rollForward: RollForwardPlan = {
  title: (year) => `关于加强全市卫生健康系统行业作风建设的指导意见（${year}年实施）`,
  proposedDates: [
    {
      task: 'activity-plan',
      on: '07-20',
      wording: '7月20日前',
      reason: {
        zh: '原文期限为2019年7月20日前；月日照旧，年份改为本年。',
        en: 'The document says 20 July 2019; the same day of this year.',
      },
    },
    {
      task: 'leading-group',
      on: '04-15',
      wording: '4月15日前（建议）',
      reason: {
        zh: '文件未定期限；建议年初人员调整后确认一次。',
        en: 'No date in the document; once, after the changes at the beginning of the year.',
      },
    },
    {
      task: 'sixty-measures',
      every: 'quarter',
      dueOffsetDays: 8,
      wording: '每季度结束后8日内（建议）',
      reason: {
        zh: '时间节点见《进一步改善医疗服务60条措施》；建议按季汇总，季后8日内报送，避开国庆假期。',
        en: 'The nodes stand in the measures; quarterly, eight days after the quarter.',
      },
    },
    {
      task: 'sixty-measures-half-year',
      every: 'half-year',
      dueOffsetDays: 8,
      wording: '每半年结束后8日内（建议）',
      reason: {
        zh: '时间节点见《进一步改善医疗服务60条措施》；小机构按半年汇总，与季报同日截止。',
        en: 'The nodes stand in the measures; half-yearly for small institutions.',
      },
    },
    {
      task: 'training-and-education',
      every: 'half-year',
      dueOffsetDays: -15,
      wording: '6月15日前、12月16日前（建议）',
      reason: {
        zh: '文件只写“定期学习培训”；建议每半年一次，先于总结半个月，便于总结引用。',
        en: 'The document says “regularly”; half-yearly, two weeks before the summaries.',
      },
    },
    {
      task: 'campaign-summary',
      every: 'half-year',
      dueOffsetDays: 0,
      wording: '6月30日前、12月31日前（建议）',
      reason: {
        zh: '文件只写按相关文件的时间节点；各行动方案时间不一，建议统一为半年、年底各一次。',
        en: 'The nodes stand in other papers; twice a year is proposed for all of them.',
      },
    },
    {
      task: 'linkage-report',
      every: 'half-year',
      dueOffsetDays: 8,
      wording: '每半年结束后8日内（建议）',
      reason: {
        zh: '文件未定期限；建议与60条措施报表同日截止。',
        en: 'No date in the document; due with the sheets on the measures.',
      },
    },
    {
      task: 'covert-visits',
      every: 'quarter',
      dueOffsetDays: 13,
      wording: '每季度结束后13日内（建议）',
      reason: {
        zh: '文件只写有计划地暗访；建议按季报已结束的暗访。',
        en: 'The document says “by plan”; quarterly, finished visits only.',
      },
    },
    {
      task: 'visit-rectification',
      every: 'half-year',
      dueOffsetDays: 15,
      wording: '每半年结束后15日内（建议）',
      reason: {
        zh: '文件要求及时反馈、督促整改；建议在季度反馈之后汇总一次。',
        en: 'After the quarterly feedback.',
      },
    },
    {
      task: 'good-practice',
      on: '09-18',
      wording: '9月18日前（建议）',
      reason: {
        zh: '文件未定期限；建议三季度征集，供四季度宣传。',
        en: 'No date in the document; collected in the third quarter, published in the fourth.',
      },
    },
    {
      task: 'ethics-appraisal',
      on: '12-11',
      wording: '12月11日前（建议）',
      reason: {
        zh: '文件未定期限；年度医德考评一般12月上旬结束。',
        en: 'No date in the document; the yearly appraisal usually ends in early December.',
      },
    },
  ],
};
