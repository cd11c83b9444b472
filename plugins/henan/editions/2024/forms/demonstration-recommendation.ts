import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const units = { zh: '家', en: 'units' };

export const demonstrationRecommendation = form('demonstration-recommend', {
  title: {
    zh: '清廉医院创建行动示范单位推荐表',
    en: 'Recommendation of demonstration units',
  },
  note: {
    zh: '推荐不等于命名：示范单位须经评审、公示后由省卫生健康委确定。',
    en: 'A recommendation is no title: review and public notice come first.',
  },
  source: columnsProposed,
  fields: [
    part('base', '推荐范围', 'Base'),
    counted('base-units', '辖区参加创建医院数', 'Hospitals taking part', units),
    counted('recommended-units', '推荐单位数', 'Hospitals recommended', units, {
      hint: {
        zh: '文件目标为选树30%。',
        en: 'The document aims at 30 %.',
      },
      source: fromClause('point-6-3', '选树30%清廉医院创建行动示范单位'),
    }),
    field.computed(
      'share',
      { zh: '推荐比例', en: 'Share' },
      {
        compute: { op: 'ratio', of: ['recommended-units', 'base-units'] },
        unit: '%',
      },
    ),
    field.table(
      'recommended',
      { zh: '推荐单位（按推荐顺序）', en: 'Recommended, in order' },
      [
        field.organization('hospital', { zh: '单位', en: 'Hospital' }, { required: true }),
        field.longText(
          'reason',
          { zh: '推荐理由', en: 'Reason' },
          {
            required: true,
            maxLength: 300,
          },
        ),
      ],
      { maxRows: 200 },
    ),
    part('inspection', '监督检查', 'Checks'),
    told('checks-made', '常态化监督检查情况', 'Checks during the year', {
      required: true,
      source: fromClause('point-6-3', '做好常态化监督检查'),
    }),
  ],
  checks: [
    check('recommended-tally', {
      assert: when.notMoreThanField('recommended-units', 'base-units'),
      missing: 'skip',
      at: 'recommended-units',
      message: {
        zh: '推荐单位数不能多于参加创建医院数。',
        en: 'Not more can be recommended than take part.',
      },
    }),
  ],
});
