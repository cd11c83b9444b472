import { field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, things, told } from '#plugins/sdk/define/counted.ts';

const areas = [
  { key: 'organization', zh: '行风组织建设', en: 'Organisation' },
  { key: 'education', zh: '行风教育培训', en: 'Education and training' },
  { key: 'mechanism', zh: '行风工作机制', en: 'Working mechanism' },
  { key: 'hot-issues', zh: '行风热点问题', en: 'Hot issues' },
  { key: 'public-benefit', zh: '公益性保障', en: 'Public benefit' },
];

export const inspectionReview = form('inspection-review', {
  title: {
    zh: '大型医院巡查（行风部分）对照情况表',
    en: 'Large-hospital inspection, conduct part: own review',
  },
  source: fromClause('point-5-1', '五个方面开展巡查工作'),
  fields: [
    ...areas.flatMap(({ key, zh, en }) => [
      part(key, zh, en),
      field.choice(
        `${key}-result`,
        { zh: `${zh}：对照情况`, en: `${en}: result` },
        {
          met: { zh: '符合要求', en: 'Met' },
          improving: { zh: '基本符合，正在完善', en: 'Mostly met, improving' },
          problems: { zh: '存在问题', en: 'Problems' },
        },
        { required: true },
      ),
      told(`${key}-problems`, `${zh}：存在问题和整改措施`, `${en}: problems and measures`, {
        visible: when.isNot(`${key}-result`, 'met'),
        required: when.is(`${key}-result`, 'problems'),
        maxLength: 600,
      }),
      field.date(
        `${key}-until`,
        { zh: `${zh}：整改完成时限`, en: `${en}: to be mended by` },
        {
          visible: when.is(`${key}-result`, 'problems'),
          required: when.is(`${key}-result`, 'problems'),
        },
      ),
    ]),
    part('core-rules', '行风管理核心制度', 'Core rules of conduct management'),
    counted('core-rules-in-force', '已建立的行风管理核心制度数', 'Core rules in force', things, {
      carry: true,
      source: fromClause('point-5-1', '建立健全行风管理核心制度'),
    }),
  ],
});
