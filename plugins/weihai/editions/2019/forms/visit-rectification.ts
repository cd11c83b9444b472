import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, problems, told } from '#plugins/sdk/define/counted.ts';

export const visitRectification = form('visit-rectification', {
  title: { zh: '明查暗访反馈问题整改情况表', en: 'Rectification after visits' },
  source: fromClause('measure-3-3', '及时反馈并督促整改'),
  fields: [
    counted('fed-back', '收到反馈问题数', 'Problems fed back', problems),
    counted('rectified', '已整改问题数', 'Rectified', problems),
    counted('long-term', '需长期整改问题数', 'Need long-term work', problems),
    told('measures', '整改措施和效果', 'Measures and effect', {
      visible: when.more('fed-back', 0),
      required: when.more('fed-back', 0),
    }),
    told('open', '未完成整改的问题、原因和完成时限', 'Still open, why, until when', {
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
        zh: '已整改问题数不能多于收到反馈问题数。',
        en: 'Not more can be rectified than were fed back.',
      },
    }),
    check('long-term-tally', {
      assert: when.notMoreThanField('long-term', 'fed-back'),
      missing: 'skip',
      at: 'long-term',
      message: {
        zh: '需长期整改问题数不能多于收到反馈问题数。',
        en: 'Not more can be long-term than were fed back.',
      },
    }),
  ],
});
