import { check, field, form, proposed, when } from '#plugins/sdk/define.ts';

/** The document says what to report and not which columns: they are ours, and say so. */
const source = proposed({
  zh: '文件没有规定栏目',
  en: 'The document does not say which columns.',
});

export const selfCheckReport = form('self-check-report', {
  title: { zh: '自查情况报告', en: 'Self-check report' },
  source,
  fields: [
    field.integer(
      'problems',
      { zh: '自查发现问题数', en: 'Problems found' },
      { required: true, min: '0', unit: { zh: '个', en: 'problems' } },
    ),
    field.integer(
      'rectified',
      { zh: '已整改问题数', en: 'Problems put right' },
      { required: true, min: '0', unit: { zh: '个', en: 'problems' } },
    ),
    field.longText(
      'summary',
      { zh: '自查情况', en: 'What was found' },
      { required: true, maxLength: 2000 },
    ),
  ],
  checks: [
    check('rectified-not-more', {
      assert: when.notMoreThanField('rectified', 'problems'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改数不应大于发现数',
        en: 'No more can be put right than was found.',
      },
    }),
  ],
});

export const complaintReport = form('complaint-report', {
  title: { zh: '投诉办理情况', en: 'Complaints handled' },
  source,
  fields: [
    field.integer(
      'received',
      { zh: '受理投诉数', en: 'Complaints taken up' },
      { required: true, min: '0', unit: { zh: '件', en: 'complaints' } },
    ),
    field.integer(
      'completed',
      { zh: '办结投诉数', en: 'Complaints completed' },
      { required: true, min: '0', unit: { zh: '件', en: 'complaints' } },
    ),
  ],
});
