import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

/** The plan itself is the paper and its stamped scan; the form holds what its register needs. */
export const activityPlan = form('activity-plan', {
  title: {
    zh: '《卫生健康系统行业作风建设及专项整治活动方案》报送表',
    en: 'Activity plan: covering form',
  },
  note: {
    zh: '方案全文以纸质和PDF盖章电子版报送，这里只填目录信息。',
    en: 'The plan itself comes on paper and as a stamped PDF.',
  },
  source: columnsProposed,
  fields: [
    part('plan', '活动方案', 'The plan'),
    field.text(
      'plan-title',
      { zh: '方案名称', en: 'Title' },
      {
        required: true,
        maxLength: 100,
        source: fromClause('demand-4-1', '《卫生健康系统行业作风建设及专项整治活动方案》'),
      },
    ),
    field.text(
      'plan-number',
      { zh: '文号（没有的不填）', en: 'Document number, if any' },
      {
        maxLength: 40,
      },
    ),
    field.date('plan-dated', { zh: '成文日期', en: 'Dated' }, { required: true }),
    part('group', '领导小组', 'Leading group'),
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
      { zh: '领导小组办公室设在', en: 'Its office sits in' },
      {
        required: true,
        carry: true,
        maxLength: 60,
      },
    ),
    told('key-measures', '主要措施摘要', 'Main measures', { required: true, maxLength: 600 }),
  ],
});
