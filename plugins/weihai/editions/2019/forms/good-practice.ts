import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { counted, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const goodPractice = form('good-practice', {
  title: { zh: '典型做法与宣传情况表', en: 'Good practice and publicity' },
  source: columnsProposed,
  fields: [
    part('publicity', '宣传', 'Publicity'),
    counted(
      'media-reports',
      '媒体宣传篇（条）数',
      'Media reports',
      { zh: '篇（条）', en: 'reports' },
      {
        source: fromClause('measure-5-2', '注重通过电视、广播、报纸、微信等媒体宣传'),
      },
    ),
    part('activities', '行风建设年、行风大比武', 'Year of conduct and contest'),
    field.yesNo(
      'contest-held',
      { zh: '是否开展“行风建设年、行风大比武”等活动', en: 'Was such an activity held?' },
      {
        required: true,
        source: fromClause('measure-4-2', '“行风建设年、行风大比武”等活动'),
      },
    ),
    told('contest', '活动情况', 'What was held', {
      visible: { field: 'contest-held', op: 'eq', value: 'yes' },
      required: { field: 'contest-held', op: 'eq', value: 'yes' },
      maxLength: 600,
    }),
    part('practice', '典型做法', 'Good practice'),
    field.table(
      'practices',
      { zh: '可推广的做法', en: 'Practices worth sharing' },
      [
        field.text('name', { zh: '名称', en: 'Name' }, { required: true, maxLength: 60 }),
        field.longText(
          'content',
          { zh: '做法和效果', en: 'What and with what effect' },
          {
            required: true,
            maxLength: 500,
          },
        ),
        field.yesNo(
          'publishable',
          { zh: '是否同意公开宣传', en: 'May it be published?' },
          {
            required: true,
          },
        ),
      ],
      { maxRows: 5, source: fromClause('measure-5-2', '研究创新行业作风建设新思路和新机制') },
    ),
  ],
});
