import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, things, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const summary = form('campaign-summary', {
  title: { zh: '作风建设整治工作总结和评估表', en: 'Summary and evaluation' },
  source: columnsProposed,
  fields: [
    part('tally', '整改结果', 'Result'),
    counted('found', '全年查找问题数', 'Problems of the year', problems),
    counted('rectified', '全年已整改问题数', 'Rectified in the year', problems),
    counted('rules-completed', '完善制度数', 'Rules completed', things, {
      source: fromClause('step-3-1', '以创新的精神完善一批、新建一批行之有效的制度体系'),
    }),
    counted('rules-made', '新建制度数', 'Rules made', things),
    part('narrative', '总结和评估', 'Summary'),
    told('progress', '主要做法与成效', 'What was done', { required: true, maxLength: 2000 }),
    told('shortcomings', '存在问题', 'Shortcomings', { required: true }),
    told('models', '可宣传的先进典型（不写个人姓名）', 'Models (no personal names)', {
      maxLength: 600,
      source: fromClause('step-3-3', '积极培树宣传一批先进典型人物和事迹'),
    }),
  ],
  checks: [
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'found'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改问题数不能多于查找问题数。',
        en: 'Not more can be rectified than were found.',
      },
    }),
  ],
});
