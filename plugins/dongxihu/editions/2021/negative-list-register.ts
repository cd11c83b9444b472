import { field, form, options, problemClosing, proposed, register } from '#plugins/sdk/define.ts';
import { everyone } from './audiences.ts';
import { channels, waysOfFinding } from './forms/negative-list.ts';
import { problemKinds } from './problem-kinds.ts';

const lost = proposed({
  zh: '附件2、附件3的栏目在所得文本中缺失；问题、整改措施、责任人、完成时限为原文所列，其余为本平台建议。',
  en: 'The columns of annexes 2 and 3 are lost. Problem, measure, who and until when are the document’s, the rest proposed.',
});

/** One row of 附件2 with what 附件3 says of its rectification. */
const negativeListEntry = form('negative-list-entry', {
  title: { zh: '负面清单问题登记', en: 'One problem of the negative list' },
  note: {
    zh: '只写问题，不写个人姓名；责任人按岗位填写。',
    en: 'The problem, not persons; who answers is named by post.',
  },
  source: lost,
  fields: [
    field.choice('kind', { zh: '问题类别', en: 'Kind' }, problemKinds, { required: true }),
    field.longText(
      'problem',
      { zh: '问题表现', en: 'What the problem is' },
      { required: true, maxLength: 300 },
    ),
    field.choice('way', { zh: '查找方式', en: 'Found how' }, waysOfFinding, { required: true }),
    field.text('department', { zh: '责任部门', en: 'Department' }, { maxLength: 60 }),
    field.post('responsible-post', { zh: '责任人（岗位）', en: 'Who answers (post)' }),
    field.longText('measures', { zh: '整改措施', en: 'Measures' }, { maxLength: 600 }),
    field.date('deadline', { zh: '完成时限', en: 'Until when' }),
    field.longText('progress', { zh: '整改进展', en: 'Progress' }, { maxLength: 600 }),
    field.evidence(
      'proof',
      { zh: '佐证材料', en: 'Evidence' },
      { accepts: ['file', 'stamped-scan'], maxFiles: 10 },
    ),
  ],
});

/** Six kinds of problems, from six channels, found in four ways; struck off one by one. */
export const negativeList = register('negative-list', {
  title: { zh: '作风建设负面清单', en: 'Negative list' },
  noun: { zh: '问题', en: 'problem' },
  quote: '建立本单位、本部门作风建设负面清单',
  form: negativeListEntry,
  recordedBy: ['unit', 'office'],
  audience: everyone,
  responsible: 'responsible-post',
  channels: options(channels),
  relation: 'supervision',
  visibility: { units: 'above' },
  listed: ['kind', 'way'],
  ...problemClosing({
    register: 'negative-list',
    deadline: { field: 'deadline' },
    rule: { zh: '负面清单完成时限', en: 'Time limit of the negative list' },
    source: lost,
    claimNeeds: ['responsible-post', 'measures', 'deadline'],
    applyNeeds: ['progress'],
  }),
});
