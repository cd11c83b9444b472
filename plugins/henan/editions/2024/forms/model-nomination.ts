import { field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const modelNomination = form('model-nomination', {
  title: { zh: '医德医风标兵推荐情况表', en: 'Nomination of models of medical ethics' },
  note: {
    zh: '本表不填姓名；推荐对象的个人材料随纸质推荐表报送。',
    en: 'No names here; personal papers come with the paper nomination.',
  },
  source: columnsProposed,
  fields: [
    part('selection', '评选情况', 'Selection'),
    counted('nominated', '推荐人数', 'Nominated', people, {
      source: fromClause('point-8', '开展医德医风标兵评选活动'),
    }),
    field.table(
      'nominees',
      { zh: '推荐对象', en: 'Nominees' },
      [
        field.post('nominee-post', { zh: '岗位', en: 'Post' }, { required: true }),
        field.longText(
          'deeds',
          { zh: '主要事迹', en: 'Deeds' },
          {
            required: true,
            maxLength: 500,
          },
        ),
        field.yesNo(
          'consent',
          { zh: '本人是否同意推荐', en: 'Does the person agree?' },
          {
            required: true,
          },
        ),
      ],
      { maxRows: 20 },
    ),
    part('notice', '单位内公示', 'Notice inside the unit'),
    field.date(
      'notice-from',
      { zh: '公示开始日期', en: 'Notice from' },
      {
        required: when.more('nominated', 0),
        visible: when.more('nominated', 0),
      },
    ),
    field.date(
      'notice-to',
      { zh: '公示结束日期', en: 'Notice to' },
      {
        required: when.more('nominated', 0),
        visible: when.more('nominated', 0),
      },
    ),
    told('objections', '公示期间收到的意见及处理', 'Objections and what became of them', {
      visible: when.more('nominated', 0),
      hint: { zh: '没有的填“无”。', en: 'Write “无” if there were none.' },
      maxLength: 500,
    }),
  ],
});
