import { field, form, problemClosing, proposed, register } from '#plugins/sdk/define.ts';
import { medicalInstitutions } from './audiences.ts';

const measureProgress = form('measure-progress', {
  title: { zh: '措施落实情况', en: 'One measure in one unit' },
  note: {
    zh: '每条措施由单位自行认领、落实、申请销号，由主管部门销号。',
    en: 'The unit claims each measure, carries it out and asks for its striking off.',
  },
  source: proposed({
    zh: '文件只要求挂图作战和销号管理，没有给出登记栏目。',
    en: 'The document asks for a wall chart and gives no columns.',
  }),
  fields: [
    field.post('responsible-post', { zh: '责任岗位', en: 'Responsible post' }),
    field.date('time-node', { zh: '时间节点', en: 'Time node' }),
    field.longText('done', { zh: '落实情况', en: 'What was done' }, { maxLength: 600 }),
    field.evidence(
      'proof',
      { zh: '佐证材料（一处上传，可多处引用）', en: 'Evidence' },
      { accepts: ['file', 'stamped-scan'], maxFiles: 10 },
    ),
  ],
});

const rowSource = proposed({
  zh: '原文只提《进一步改善医疗服务60条措施》，没有列出各条；名称由主管科室对照该文件填写。',
  en: 'The document names the sixty measures and lists none; the office fills the titles in.',
});

/** 60 rows × every medical institution; a row is struck off with the last of them. */
export const measuresChart = register('sixty-measures', {
  title: { zh: '60条措施挂图作战清单', en: 'Wall chart of the sixty measures' },
  noun: { zh: '措施', en: 'measure' },
  quote: '挂图作战和销号管理',
  form: measureProgress,
  office: 'medical-affairs',
  responsible: 'responsible-post',
  relation: 'supervision',
  visibility: { units: 'above' },
  master: {
    audience: medicalInstitutions,
    rows: Array.from({ length: 60 }, (_, index) => ({
      key: `measure-${index + 1}`,
      title: { zh: `60条措施第${index + 1}条`, en: `Measure ${index + 1} of 60` },
      source: rowSource,
    })),
  },
  ...problemClosing({
    register: 'sixty-measures',
    deadline: { field: 'time-node' },
    rule: { zh: '60条措施时间节点', en: 'Time node of the sixty measures' },
    source: proposed({
      zh: '文件写“按照时间节点”，节点另见该措施文件，由单位认领时填写、主管部门核对。',
      en: '“By time nodes”, which stand in another paper; filled in at the claim.',
    }),
    claimNeeds: ['responsible-post', 'time-node'],
    applyNeeds: ['done'],
  }),
});
