import { register } from '#plugins/sdk/define.ts';

export const dutyLog = register('duty-log', {
  title: { zh: '主要领导履职记事', en: 'Duty log of leaders' },
  noun: { zh: '记事', en: 'note' },
  quote: '行风工作亲自部署、行风问题亲自过问',
});

export const problemClues = register('problem-clues', {
  title: { zh: '问题线索登记（只记件数和移交去向）', en: 'Clues: number and destination only' },
  noun: { zh: '线索', en: 'clue' },
  sealed: true,
  quote: '及时移交转办',
});

export const powerList = register('power-list', {
  title: { zh: '权责清单', en: 'List of powers' },
  noun: { zh: '事项', en: 'matter' },
  quote: '梳理权责清单',
});

export const integrityRisks = register('integrity-risks', {
  title: { zh: '廉政风险隐患台账', en: 'Integrity risks' },
  noun: { zh: '风险点', en: 'risk' },
  quote: '排查廉政风险隐患',
});

export const inspectionFindings = register('inspection-findings', {
  title: { zh: '大型医院巡查（行风）问题台账', en: 'Findings of inspections' },
  noun: { zh: '问题', en: 'problem' },
  quote: '五个方面开展巡查工作',
});

export const coreRules = register('core-rules', {
  title: { zh: '行风管理核心制度清单', en: 'Core rules of conduct management' },
  noun: { zh: '制度', en: 'rule' },
  quote: '建立健全行风管理核心制度',
});

export const highlightUnits = register('highlight-units', {
  title: { zh: '清廉亮点单元', en: 'Model units' },
  noun: { zh: '亮点单元', en: 'model unit' },
  quote: '创新清廉亮点单元',
});

export const conductComplaints = register('conduct-complaints', {
  title: { zh: '行风问题投诉台账', en: 'Conduct complaints' },
  noun: { zh: '件', en: 'case' },
  sealed: true,
  quote: '明确案件办理时限和结果运用',
});
