import { field, form, problemClosing, proposed, register } from '#plugins/sdk/define.ts';
import { medicalInstitutions } from './audiences.ts';
import { behaviours } from './forms/irregular-charging.ts';

const columns = proposed({
  zh: '原文列明十类行为并要求自查自纠整改，没有给出台账栏目和整改期限。',
  en: 'The ten behaviours are named; columns and a term are not given.',
});

const chargingEntry = form('charging-entry', {
  title: { zh: '不规范诊疗收费行为登记', en: 'One irregular behaviour' },
  note: {
    zh: '不填患者姓名、病历号；自查自纠期间主动登记的，不作为考评扣分依据。',
    en: 'No patient’s name or number; what the unit itself records costs no points.',
  },
  source: columns,
  fields: [
    field.choice(
      'behaviour',
      { zh: '行为类别', en: 'Behaviour' },
      Object.fromEntries(behaviours.map(({ key, zh, en }) => [key, { zh, en }])),
      { required: true },
    ),
    field.longText(
      'found',
      { zh: '具体表现', en: 'What was found' },
      { required: true, maxLength: 500 },
    ),
    field.integer('cases', { zh: '涉及例数', en: 'Cases' }, { min: '0', required: true }),
    field.money('amount', { zh: '涉及金额（元）', en: 'Amount' }, { min: '0' }),
    field.post('responsible-post', { zh: '责任岗位', en: 'Responsible post' }),
    field.date('deadline', { zh: '整改期限', en: 'Until when' }),
    field.longText('measures', { zh: '整改措施', en: 'Measures' }, { maxLength: 600 }),
    field.money('returned', { zh: '已退回金额（元）', en: 'Paid back' }, { min: '0' }),
  ],
});

/** Ten behaviours, found by the unit itself; other units do not see them. */
export const chargingProblems = register('irregular-charging', {
  title: { zh: '十类不规范诊疗收费行为台账', en: 'Ten irregular behaviours' },
  noun: { zh: '行为', en: 'behaviour' },
  quote: '自查自纠整改活动',
  form: chargingEntry,
  recordedBy: ['unit'],
  audience: medicalInstitutions,
  responsible: 'responsible-post',
  relation: 'supervision',
  visibility: { units: 'above' },
  listed: ['behaviour'],
  ...problemClosing({
    register: 'irregular-charging',
    deadline: { field: 'deadline' },
    rule: { zh: '自查自纠整改期限', en: 'Date of the self-check' },
    source: columns,
    claimNeeds: ['responsible-post', 'deadline'],
    applyNeeds: ['measures', 'returned'],
  }),
});
