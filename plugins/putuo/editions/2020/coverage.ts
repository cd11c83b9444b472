import {
  byOffice,
  defineCoverage,
  imported,
  inForm,
  inRegister,
  later,
  nothing,
  remark,
} from '#plugins/sdk/coverage/coverage.ts';

const education = 'conduct-education';
const screening = 'risk-screening';

export const coverage = defineCoverage({
  frame: [
    '普卫健医〔2020〕15号',
    '2020年普陀区医疗行业 作风建设工作专项行动实施方案',
    '上海市普陀区卫生健康委员会',
    '2020年9月11日',
  ],
  notGiven: [
    { clause: 'content-2-1', quote: '廉政风险滚动排查防控档案', at: 'forms/risk-point' },
    { clause: 'step-2-2', quote: '制定整改方案', at: 'forms/rectification-entry' },
    { clause: 'demand-4-2', quote: '行风问责体系', at: 'scorecards/institution' },
  ],
  carriers: {
    'content-1-1': [inForm(education, '宣传教育次数')],
    'content-1-3': [inForm('conduct-mechanism', '行风工作机制，只确认')],
    'content-2-1': [remark('档案留存本单位，只报数字')],
    'content-2-2': [
      inForm(screening, '件数'),
      inRegister('rectification', '巡查、督导、审计发现的问题，同一问题多个来源只立一条'),
    ],
    'content-2-3': [inForm(screening, '建章立制和防控措施数')],
    'content-3-1': [inForm('conduct-mechanism', '医德医风工作机制，只确认')],
    'content-3-2': [remark('只报人数；二级以下单位留存备查'), later('ethics-file', '医德考评档案')],
    'content-3-3': [
      byOffice('由医疗机构和有权机关决定；单位一票否决是建议'),
      later('outcome', '考评结果与职务、职称、绩效挂钩'),
    ],
    'content-3-4': [imported('区属临床用药监管系统', '点评处方数')],
    'content-3-5': [
      imported('“OA”+廉洁风险防控平台', '公立医院医疗服务满意度'),
      later('survey', '满意度调查'),
    ],
    'content-3-6': [inForm(screening, '只填是否和件数；由本委督查')],
    'content-4-1': [inForm(education, '培训、考核次数')],
    'content-4-2': [inForm(screening, '重点环节风险点数')],
    'content-5-1': [later('announcement', '典型案例的通报签收')],
    'content-5-2': [inForm('practice-check', '件数')],
    'content-5-4': [inForm('practice-check', '预警次数；预警内容留在本单位')],
    'content-6-2': [inForm('safe-hospital', '查处件数')],
    'content-6-3': [inForm('safe-hospital', '协作机制和做法')],
    'step-1-1': [nothing('文件印发前已开展，不补报')],
    'step-1-2': [inForm(education, '“九不准”“十项不得”教育')],
    'step-1-3': [inForm(education, '四类教育次数')],
    'step-2-1': [inForm('self-check-report', '四方面问题数')],
    'step-2-2': [remark('期限2020年11月15日是周日；整改方案没有期限')],
    'step-3-1': [remark('由本委实施，单位不报送'), later('inspection', '全覆盖督查的轮次和检查表')],
    'step-3-2': [inRegister('rectification', '督查发现的问题和短板')],
    'step-3-3': [
      byOffice('移交由本委决定；配合打击属执法机关'),
      later('transfer', '移交派驻组的回执'),
    ],
    'demand-1-2': [later('roster', '主要领导负总责、分管领导具体抓')],
    'demand-3-1': [inForm('rectification-plan', '成因和措施')],
    'demand-4-1': [byOffice('由本委职能科室承担，单位不报送')],
    'demand-4-2': [byOffice('由有权机关决定')],
  },
});
