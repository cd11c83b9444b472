import { field, form, problemClosing, proposed, register } from '#plugins/sdk/define.ts';
import { medicalInstitutions } from './audiences.ts';

const columns = proposed({
  zh: '原文要求下发问题整改建议书、限时整改，没有给出格式；期限由每份建议书载明。',
  en: 'The letters and a limit are asked for; each letter gives its own date.',
});

const rectificationLetter = form('rectification-letter', {
  title: { zh: '问题整改建议书', en: 'Rectification letter' },
  note: {
    zh: '编号由办公室编发后填写；不出现个人姓名和患者信息。',
    en: 'The office gives the number; no names of persons or patients.',
  },
  source: columns,
  fields: [
    field.text('letter-number', { zh: '建议书编号', en: 'Number' }, { maxLength: 60 }),
    field.longText(
      'problem',
      { zh: '民主评议中发现的问题', en: 'What the appraisal found' },
      { required: true, maxLength: 800 },
    ),
    field.longText(
      'advice',
      { zh: '整改建议', en: 'What is advised' },
      { required: true, maxLength: 800 },
    ),
    field.date('deadline', { zh: '整改期限', en: 'Until when' }, { required: true }),
    field.post('responsible-post', { zh: '责任岗位', en: 'Responsible post' }),
    field.longText('reply', { zh: '整改情况回复', en: 'Reply' }, { maxLength: 1000 }),
    field.evidence(
      'proof',
      { zh: '佐证材料', en: 'Evidence' },
      { accepts: ['file', 'stamped-scan'], maxFiles: 10 },
    ),
  ],
});

/** The office issues a letter with its own limit; the unit answers; the office strikes it off. */
export const rectificationLetters = register('rectification-letters', {
  title: { zh: '问题整改建议书台账', en: 'Rectification letters' },
  noun: { zh: '建议书', en: 'letter' },
  quote: '下发问题整改建议书，限时整改',
  form: rectificationLetter,
  recordedBy: ['office'],
  audience: medicalInstitutions,
  responsible: 'responsible-post',
  relation: 'supervision',
  visibility: { units: 'above' },
  ...problemClosing({
    register: 'rectification-letters',
    deadline: { field: 'deadline' },
    rule: { zh: '整改建议书限期', en: 'Limit of the letter' },
    source: columns,
    claimNeeds: ['responsible-post'],
    applyNeeds: ['reply'],
  }),
});
