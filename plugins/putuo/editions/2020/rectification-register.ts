import { field, form, options, problemClosing, proposed, register } from '#plugins/sdk/define.ts';
import { districtUnits } from './audiences.ts';

const columns = proposed({
  zh: '原文要求制定整改方案、落实整改措施，没有给出台账栏目；整改方案未定期限。',
  en: 'A plan and measures are asked for; columns and a date are not given.',
});

const rectificationEntry = form('rectification-entry', {
  title: { zh: '问题整改登记', en: 'One problem' },
  source: columns,
  fields: [
    field.longText(
      'problem',
      { zh: '问题表现', en: 'What the problem is' },
      { required: true, maxLength: 500 },
    ),
    field.post('responsible-post', { zh: '责任岗位', en: 'Responsible post' }),
    field.longText('measures', { zh: '整改措施', en: 'Measures' }, { maxLength: 600 }),
    field.date('deadline', { zh: '完成时限', en: 'Until when' }),
    field.longText('result', { zh: '整改情况', en: 'What was done' }, { maxLength: 600 }),
  ],
});

/** One problem, several sources: what inspections, audits and the unit itself found stands once. */
export const rectification = register('rectification', {
  title: { zh: '问题整改台账', en: 'Problems and their rectification' },
  noun: { zh: '问题', en: 'problem' },
  quote: '根据自查出来的问题制定整改方案，落实整改措施',
  form: rectificationEntry,
  audience: districtUnits,
  responsible: 'responsible-post',
  relation: 'supervision',
  visibility: { units: 'above' },
  channels: options({
    'self-check': { zh: '自查自纠', en: 'Self-check' },
    'district-inspection': { zh: '区委巡查', en: 'District inspection' },
    supervision: { zh: '督导巡查', en: 'Supervision' },
    audit: { zh: '审计监督', en: 'Audit' },
  }),
  ...problemClosing({
    register: 'rectification',
    deadline: { field: 'deadline' },
    rule: { zh: '整改方案完成时限', en: 'Date of the rectification plan' },
    source: columns,
    claimNeeds: ['responsible-post', 'measures', 'deadline'],
    applyNeeds: ['result'],
  }),
});
