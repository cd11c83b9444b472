import { register } from '#plugins/sdk/define.ts';

export const feedback = register('feedback', {
  title: { zh: '群众投诉、举报和意见建议登记', en: 'Complaints, reports and suggestions' },
  noun: { zh: '件', en: 'case' },
  sealed: true,
  quote: '高度重视群众投诉举报和意见建议',
});

export const circulatedCases = register('circulated-cases', {
  title: { zh: '典型案例通报', en: 'Cases made known' },
  noun: { zh: '案例', en: 'case' },
  quote: '损害行业形象的情况及时通报',
});

export const inspections = register('inspections', {
  title: { zh: '全覆盖督查', en: 'Inspection of every institution' },
  noun: { zh: '督查', en: 'inspection' },
  quote: '开展全覆盖督查',
});

/** The document says 移交; only that something was passed on is kept here, never its content. */
export const leads = register('leads', {
  title: {
    zh: '问题线索移交登记（只记件数和移交去向）',
    en: 'Leads: number and destination only',
  },
  noun: { zh: '线索', en: 'lead' },
  sealed: true,
  quote: '移交纪检派驻组进一步查处',
});
