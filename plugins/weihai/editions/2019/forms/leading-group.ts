import { field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const leadingGroup = form('leading-group', {
  title: { zh: '行业作风建设领导小组确认表', en: 'Leading group: confirmation' },
  note: {
    zh: '已随活动方案报送领导小组的单位不填本表。只填岗位，不填姓名。',
    en: 'Not for units whose plan already names the group. Posts, never names.',
  },
  source: columnsProposed,
  fields: [
    field.choice(
      'change',
      { zh: '与上年相比', en: 'Compared with last year' },
      { none: { zh: '无变化', en: 'No change' }, changed: { zh: '有变化', en: 'Changed' } },
      { required: true },
    ),
    field.post(
      'group-leader',
      { zh: '组长（岗位）', en: 'Leader (post)' },
      {
        required: true,
        carry: true,
        source: fromClause('demand-1', '由主要负责人担任组长'),
      },
    ),
    field.text(
      'group-office',
      { zh: '日常工作由哪个科室（院内）承担', en: 'Department in charge' },
      {
        required: true,
        carry: true,
        maxLength: 60,
      },
    ),
    told('change-note', '变化情况说明', 'What changed', {
      visible: when.is('change', 'changed'),
      required: when.is('change', 'changed'),
      maxLength: 300,
    }),
  ],
});
