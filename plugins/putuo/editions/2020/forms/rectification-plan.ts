import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { told } from '#plugins/sdk/define/counted.ts';

export const rectificationPlan = form('rectification-plan', {
  title: { zh: '自查问题整改方案表', en: 'Rectification plan' },
  note: {
    zh: '一行一个问题；责任人填岗位，不填姓名。',
    en: 'One row a problem; posts, never names.',
  },
  source: fromClause('step-2-2', '根据自查出来的问题制定整改方案，落实整改措施'),
  fields: [
    field.table(
      'problems',
      { zh: '问题和整改措施', en: 'Problems and measures' },
      [
        field.longText(
          'problem',
          { zh: '问题', en: 'Problem' },
          { required: true, maxLength: 300 },
        ),
        field.longText(
          'cause',
          { zh: '成因', en: 'Cause' },
          { maxLength: 300, source: fromClause('demand-3-1', '剖析成因') },
        ),
        field.longText(
          'measure',
          { zh: '整改措施', en: 'Measure' },
          { required: true, maxLength: 300 },
        ),
        field.post('post', { zh: '责任岗位', en: 'Post in charge' }, { required: true }),
        field.date('until', { zh: '完成时限', en: 'Until' }, { required: true }),
      ],
      { required: true, minRows: 1, maxRows: 100 },
    ),
    told('rules', '拟健全的制度', 'Rules to be made', {
      maxLength: 600,
      source: fromClause('demand-3-1', '持续打造制度闭环'),
    }),
  ],
});
