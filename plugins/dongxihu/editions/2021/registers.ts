import { register } from '#plugins/sdk/define.ts';

export const suggestionBox = register('suggestion-box', {
  title: { zh: '“作风建设年”举报信箱登记', en: 'Letter box of each unit' },
  noun: { zh: '来信', en: 'letter' },
  sealed: true,
  quote: '设立“作风建设年”举报信箱',
});

export const powerLists = register('power-lists', {
  title: { zh: '职务权力清单和职业权力清单', en: 'Lists of powers' },
  noun: { zh: '权力事项', en: 'power' },
  quote: '细化职能部门职务权力清单、医务人员职业权力清单',
});

export const riskCatalogue = register('risk-catalogue', {
  title: { zh: '风险隐患目录', en: 'Catalogue of risks' },
  noun: { zh: '廉洁风险点', en: 'risk point' },
  quote: '建立风险隐患目录',
});

export const rules = register('rules', {
  title: { zh: '“留、废、改、立”项目清单', en: 'Rules kept, dropped, changed, made' },
  noun: { zh: '制度', en: 'rule' },
  quote: '确定“留、废、改、立”项目清单',
});

export const inspections = register('inspections', {
  title: { zh: '作风建设督导检查', en: 'Inspections of conduct' },
  noun: { zh: '督导检查', en: 'inspection' },
  quote: '重点查看针对突出问题是否制定了整改方案',
});

export const appraisalOpinions = register('appraisal-opinions', {
  title: { zh: '民主评议反馈意见台账', en: 'Opinions fed back by the appraisal' },
  noun: { zh: '意见', en: 'opinion' },
  quote: '把评议结果和收集到的意见建议反馈评议对象',
});

export const models = register('models', {
  title: { zh: '作风建设先进典型', en: 'Models' },
  noun: { zh: '典型', en: 'model' },
  quote: '积极培树宣传一批先进典型人物和事迹',
});

export const hotlineCases = register('hotline-cases', {
  title: { zh: '监督举报专线来电登记', en: 'Calls on the hotline' },
  noun: { zh: '来电', en: 'call' },
  sealed: true,
  quote: '及时转相关部门办理',
});

export const typicalCases = register('typical-cases', {
  title: { zh: '典型案例曝光（不出现个人姓名）', en: 'Cases made known, without names' },
  noun: { zh: '案例', en: 'case' },
  quote: '定期曝光典型案例',
});
