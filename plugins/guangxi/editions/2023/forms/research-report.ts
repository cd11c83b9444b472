import { form, fromClause } from '#plugins/sdk/define.ts';
import { counted, told } from '#plugins/sdk/define/counted.ts';

export const researchReport = form('research-report', {
  title: { zh: '廉洁从业和腐败问题调研报告报送表', en: 'Research report: covering form' },
  note: {
    zh: '报告全文作为附件报送，这里只填摘要。',
    en: 'The report is attached; the form holds its abstract.',
  },
  source: fromClause('item-3-3', '编制调研报告'),
  fields: [
    counted('institutions', '调研医疗机构数', 'Institutions studied', {
      zh: '家',
      en: 'institutions',
    }),
    told('difficulties', '监管难题', 'Supervision difficulties', {
      required: true,
      source: fromClause('item-3-3', '破解监管难题'),
    }),
    told('suggestions', '对策建议', 'Suggestions', { required: true }),
  ],
});
