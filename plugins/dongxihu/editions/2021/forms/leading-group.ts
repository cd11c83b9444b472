import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const leadingGroup = form('leading-group', {
  title: { zh: '“作风建设年”工作领导小组确认表', en: 'Leading group: confirmation' },
  note: { zh: '只填岗位，不填姓名。', en: 'Posts, never names.' },
  source: columnsProposed,
  fields: [
    field.yesNo(
      'founded',
      { zh: '是否已成立领导小组', en: 'Is there a leading group?' },
      {
        required: true,
        carry: true,
        source: fromClause('demand-1-2', '成立“作风建设年”工作领导小组'),
      },
    ),
    field.post(
      'first-responsible',
      { zh: '第一责任人（岗位）', en: 'First responsible (post)' },
      {
        required: true,
        carry: true,
        source: fromClause('demand-1-2', '单位党政主要负责人是作风建设的第一责任人'),
      },
    ),
    field.text(
      'group-office',
      { zh: '日常工作由哪个科室（院内）承担', en: 'Department in charge' },
      { required: true, carry: true, maxLength: 60 },
    ),
  ],
});
