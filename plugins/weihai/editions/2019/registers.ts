import { register } from '#plugins/sdk/define.ts';

export const leads = register('leads', {
  title: { zh: '部门联动线索登记', en: 'Leads between departments' },
  noun: { zh: '线索', en: 'lead' },
  sealed: true,
  quote: '及时互相通报有关线索',
});

export const demeritPoints = register('demerit-points', {
  title: { zh: '医疗机构不良行为记分（执法系统导入）', en: 'Demerit points, imported' },
  noun: { zh: '记分', en: 'entry' },
  quote: '严格落实医疗机构不良行为记分制度',
});

/** The document speaks of two public lists; neither may be published before its legal basis is given. */
export const keySupervision = register('key-supervision', {
  title: { zh: '重点监管名单（内部，未填法律依据不得公布）', en: 'Units under closer supervision' },
  noun: { zh: '单位', en: 'unit' },
  quote: '推动联合建立医疗卫生机构及医务人员',
});

export const visitFindings = register('visit-findings', {
  title: { zh: '暗访发现问题台账', en: 'Findings of covert visits' },
  noun: { zh: '问题', en: 'problem' },
  quote: '着重从改善服务、服务态度等方面',
});

export const districtFindings = register('district-findings', {
  title: { zh: '区市暗访发现问题台账', en: 'Findings of district visits' },
  noun: { zh: '问题', en: 'problem' },
  quote: '发现的突出问题及时反馈并督促整改',
});

export const models = register('models', {
  title: { zh: '先进典型', en: 'Models' },
  noun: { zh: '典型', en: 'model' },
  quote: '文明行医的先进典型',
});
