import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, things, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const cleanHospital = form('clean-hospital', {
  title: { zh: '清廉医院创建情况表', en: 'Clean hospital: progress' },
  source: columnsProposed,
  fields: [
    part('actions', '“十大行动”', 'The ten actions'),
    counted('actions-started', '已启动行动数', 'Actions started', things, {
      max: '10',
      source: fromClause('point-6-1', '清廉医院创建“十大行动”'),
    }),
    counted(
      'actions-completed',
      '已完成年度任务的行动数',
      'Actions with this year’s work done',
      things,
      {
        max: '10',
      },
    ),
    part('culture', '清廉文化与亮点单元', 'Culture and model units'),
    counted('culture-events', '清廉文化宣传活动次数', 'Culture events', times, {
      source: fromClause('point-6-2', '开展清廉文化宣传'),
    }),
    field.table(
      'highlight-units',
      { zh: '清廉亮点单元', en: 'Model units' },
      [
        field.text(
          'unit',
          { zh: '科室（院内）', en: 'Department' },
          {
            required: true,
            maxLength: 60,
          },
        ),
        field.longText(
          'practice',
          { zh: '主要做法', en: 'What it does' },
          {
            required: true,
            maxLength: 300,
          },
        ),
      ],
      { maxRows: 20, source: fromClause('point-6-2', '创新清廉亮点单元') },
    ),
    part('demonstration', '示范单位', 'Demonstration unit'),
    field.yesNo(
      'applies',
      { zh: '是否争创清廉医院创建行动示范单位', en: 'Does the hospital apply?' },
      { required: true, source: fromClause('point-6-2', '积极争创清廉示范单位') },
    ),
    told('application', '对照选树评分标准的自评情况', 'Own assessment against the criteria', {
      visible: when.is('applies', 'yes'),
      required: when.is('applies', 'yes'),
      maxLength: 1500,
    }),
  ],
  checks: [
    check('actions-tally', {
      assert: when.notMoreThanField('actions-completed', 'actions-started'),
      missing: 'skip',
      at: 'actions-completed',
      message: {
        zh: '已完成的行动数不能多于已启动的行动数。',
        en: 'Not more actions can be done than were started.',
      },
    }),
  ],
});
