import { field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, told } from '#plugins/sdk/define/counted.ts';

const agreed = when.more('nominated-people', 0);

export const awardNomination = form('award-nomination', {
  title: { zh: '行风先进推荐情况表', en: 'Nominations for conduct awards' },
  note: {
    zh: '本表不填姓名；个人材料随纸质推荐表报送。',
    en: 'No names here; personal papers come with the paper nomination.',
  },
  source: fromClause('item-5-4', '组织评选行风先进个人或先进单位'),
  fields: [
    part('unit', '先进单位', 'Units'),
    field.table(
      'units',
      { zh: '推荐单位（按推荐顺序）', en: 'Units recommended, in order' },
      [
        field.organization('unit-name', { zh: '单位', en: 'Unit' }, { required: true }),
        field.longText(
          'unit-reason',
          { zh: '推荐理由', en: 'Reason' },
          {
            required: true,
            maxLength: 300,
          },
        ),
      ],
      { maxRows: 20 },
    ),
    part('people', '先进个人', 'People'),
    counted('nominated-people', '推荐人数', 'Nominated', people),
    field.table(
      'people-list',
      { zh: '推荐对象', en: 'Nominees' },
      [
        field.post('person-post', { zh: '岗位', en: 'Post' }, { required: true }),
        field.longText(
          'person-reason',
          { zh: '主要事迹', en: 'Deeds' },
          {
            required: true,
            maxLength: 300,
          },
        ),
        field.yesNo(
          'person-consent',
          { zh: '本人是否同意推荐', en: 'Does the person agree?' },
          {
            required: true,
          },
        ),
      ],
      { maxRows: 20 },
    ),
    field.date(
      'notice-from',
      { zh: '单位内公示开始日期', en: 'Notice from' },
      {
        visible: agreed,
        required: agreed,
      },
    ),
    field.date(
      'notice-to',
      { zh: '单位内公示结束日期', en: 'Notice to' },
      {
        visible: agreed,
        required: agreed,
      },
    ),
    told('objections', '公示期间收到的意见及处理', 'Objections and what became of them', {
      visible: agreed,
      maxLength: 500,
    }),
  ],
});
