import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const campaignSummary = form('campaign-summary', {
  title: { zh: '相关整治情况总结', en: 'Summary of the clean-up actions' },
  source: columnsProposed,
  fields: [
    part('actions', '整治行动', 'Actions'),
    field.multipleChoice(
      'actions-covered',
      { zh: '本次总结涉及的整治行动', en: 'Actions covered' },
      {
        disorder: { zh: '医疗乱象整治', en: 'Medical disorder' },
        purchase: { zh: '医药购销领域和行业不正之风整治', en: 'Purchasing and malpractice' },
        livelihood: { zh: '医疗领域涉及民生问题整治', en: 'Livelihood matters' },
        admission: { zh: '基层医疗机构准入整治', en: 'Admission of grassroots institutions' },
      },
      { required: true, source: fromClause('preamble-1', '出台了医疗乱象整治') },
    ),
    counted('found', '发现问题数', 'Problems found', problems),
    counted('rectified', '已整改问题数', 'Rectified', problems),
    counted('looked-back', '“回头看”复核问题数', 'Checked again', problems, {
      source: fromClause('measure-2-1', '“回头看”全链条'),
    }),
    part('narrative', '总结', 'Summary'),
    told('progress', '主要做法与成效', 'What was done', { required: true, maxLength: 2000 }),
    told('shortcomings', '存在问题', 'Shortcomings', { required: true }),
    told('next-steps', '下步打算', 'Next steps', { required: true, maxLength: 800 }),
  ],
  checks: [
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'found'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改问题数不能多于发现问题数。',
        en: 'Not more can be rectified than were found.',
      },
    }),
  ],
});
