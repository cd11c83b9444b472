import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, problems, told } from '#plugins/sdk/define/counted.ts';

/** What was done about the feedback; ratings themselves are never asked for here. */
export const appraisalRectification = form('appraisal-rectification', {
  title: { zh: '民主评议反馈问题整改情况表', en: 'After the appraisal: rectification' },
  note: {
    zh: '只填反馈问题的整改，不填评议得分，不涉及个人评议结果。',
    en: 'Rectification only: no scores, no results of persons.',
  },
  source: fromClause('appraisal-3', '把评议结果和收集到的意见建议反馈评议对象，并提出整改要求'),
  fields: [
    counted('fed-back', '收到反馈意见建议数', 'Opinions fed back', problems),
    counted('rectified', '已整改数', 'Rectified', problems),
    told('measures', '整改措施和效果', 'Measures and effect', {
      visible: when.more('fed-back', 0),
      required: when.more('fed-back', 0),
    }),
    told('open', '未完成整改的原因和时限', 'Still open, why, until when', {
      visible: { field: 'rectified', op: 'lt', than: 'fed-back' },
      required: { field: 'rectified', op: 'lt', than: 'fed-back' },
    }),
  ],
  checks: [
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'fed-back'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改数不能多于收到反馈意见建议数。',
        en: 'Not more can be rectified than were fed back.',
      },
    }),
  ],
});
