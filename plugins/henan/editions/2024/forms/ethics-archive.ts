import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const ethicsArchive = form('ethics-archive', {
  title: { zh: '医德医风建档情况调研表', en: 'Survey of medical-ethics files' },
  note: {
    zh: '只报人数。个人考评材料留在本单位，不上报姓名。',
    en: 'Head counts only. Personal files stay in the institution.',
  },
  source: columnsProposed,
  fields: [
    part('archive', '建档情况', 'Files'),
    field.integer(
      'registered-staff',
      { zh: '注册卫生技术人员数', en: 'Registered health staff' },
      {
        min: '0',
        unit: people,
        origin: {
          system: '医疗机构、医师、护士电子化注册系统',
          note: { zh: '由注册系统导入，不需填写。', en: 'Imported from the register.' },
        },
      },
    ),
    counted('archive-due', '应建档人数', 'Staff who should have a file', people, { carry: true }),
    counted('archive-kept', '已建档人数', 'Staff who have a file', people, {
      carry: true,
      source: fromClause('point-5-2', '开展医德医风建档情况调研'),
    }),
    part('appraisal', '上一考评年度结果', 'Results of the last appraisal year'),
    counted('excellent', '优秀人数', 'Excellent', people),
    counted('good', '良好人数', 'Good', people),
    counted('fair', '一般人数', 'Fair', people),
    counted('poor', '较差人数', 'Poor', people),
    field.computed(
      'appraised',
      { zh: '参加考评人数合计', en: 'Appraised in all' },
      {
        compute: { op: 'sum', of: ['excellent', 'good', 'fair', 'poor'] },
        unit: people,
      },
    ),
    part('use', '结果运用', 'Use of the results'),
    field.multipleChoice(
      'used-for',
      { zh: '考评结果运用于', en: 'Results are used for' },
      {
        promotion: { zh: '职务晋升', en: 'Promotion' },
        title: { zh: '职称评聘', en: 'Professional titles' },
        honours: { zh: '评先评优', en: 'Honours' },
        pay: { zh: '绩效分配', en: 'Performance pay' },
        periodic: { zh: '医师定期考核', en: 'Periodic physician assessment' },
        none: { zh: '尚未运用', en: 'Not used yet' },
      },
      { required: true, source: fromClause('point-5-2', '强化医德医风考评结果运用') },
    ),
    told('difficulties', '建档和考评中的困难、建议', 'Difficulties and suggestions', {
      maxLength: 600,
    }),
  ],
  checks: [
    check('archive-tally', {
      assert: when.notMoreThanField('archive-kept', 'archive-due'),
      missing: 'skip',
      at: 'archive-kept',
      message: {
        zh: '已建档人数不能多于应建档人数。',
        en: 'Not more staff can have a file than should have one.',
      },
    }),
  ],
});
