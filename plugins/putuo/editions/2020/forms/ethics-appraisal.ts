import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { counted, people, told } from '#plugins/sdk/define/counted.ts';

export const ethicsAppraisal = form('ethics-appraisal', {
  title: { zh: '医务人员医德考评结果表', en: 'Medical-ethics appraisal: results' },
  note: {
    zh: '只报人数；个人考评材料留在本单位。',
    en: 'Head counts only; personal files stay in the institution.',
  },
  source: fromClause('content-3-2', '坚持落实医务人员医德考评制度'),
  fields: [
    counted('due', '应考评人数', 'To be appraised', people, { carry: true }),
    counted('excellent', '优秀人数', 'Excellent', people),
    counted('good', '良好人数', 'Good', people),
    counted('fair', '一般人数', 'Fair', people),
    counted('poor', '较差人数', 'Poor', people),
    field.computed(
      'appraised',
      { zh: '已考评人数合计', en: 'Appraised in all' },
      { compute: { op: 'sum', of: ['excellent', 'good', 'fair', 'poor'] }, unit: people },
    ),
    field.multipleChoice(
      'linked-to',
      { zh: '考评结果与哪些事项挂钩', en: 'What the results are linked to' },
      {
        posts: { zh: '职务任命', en: 'Appointments' },
        titles: { zh: '职称晋升', en: 'Professional titles' },
        pay: { zh: '绩效奖金', en: 'Performance pay' },
        training: { zh: '外出培训', en: 'Training elsewhere' },
        honours: { zh: '评先评优', en: 'Honours' },
      },
      { required: true, source: fromClause('content-3-3', '评先评优直接挂钩') },
    ),
    told('use', '结果运用情况', 'How results were used', { maxLength: 500 }),
  ],
});
