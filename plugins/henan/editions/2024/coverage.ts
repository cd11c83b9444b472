import {
  byOffice,
  defineCoverage,
  imported,
  inForm,
  later,
  remark,
} from '#plugins/sdk/coverage/coverage.ts';

export const coverage = defineCoverage({
  frame: [
    '河南省卫生健康委员会文件',
    '豫卫行风〔2024〕3号',
    '关于印发2024年全省卫生健康系统 行业作风建设工作要点的通知',
    '各省辖市、济源示范区卫生健康委，航空港区教卫体局，南阳市中医药发展局，省直医疗卫生单位，委机关各处室：',
    '2024 年全省卫生健康系统 行业作风建设工作要点',
    '河南省卫生健康委员会办公室',
    '2024年3月7日印发',
  ],
  notGiven: [
    {
      clause: 'point-7',
      quote: '2023—2024年度民主评议医院行风工作指标体系',
      at: 'dictionaries/appraisal-indicators',
    },
    { clause: 'point-6-3', quote: '完善细化选树评分标准', at: 'scorecards/institution' },
    { clause: 'point-7', quote: '下发问题整改建议书', at: 'forms/rectification-letter' },
  ],
  carriers: {
    'point-2-3': [
      inForm('organization-record', '第一责任人、纳入目标责任考核，只确认'),
      later('outcome', '行风纳入目标责任考核的结果运用'),
    ],
    'point-3-2': [inForm('half-year-summary', '培训次数')],
    'point-3-3': [later('report', '重大问题请示汇报')],
    'point-3-4': [
      inForm('half-year-summary', '协调次数'),
      later('meeting', '部门协调议定事项的交办'),
    ],
    'power-use': [inForm('four-governances', '规范用权专项治理')],
    tendering: [inForm('four-governances', '招标采购专项治理')],
    'insurance-fund': [inForm('four-governances', '医保基金专项治理')],
    'convenient-service': [inForm('four-governances', '便民服务优流程专项治理')],
    'point-4-2': [remark('只记件数和去向，内容不进本系统'), later('transfer', '移交转办的回执')],
    'point-4-3': [inForm('power-and-risk', '清单留存本单位，只报数字')],
    'point-5-1': [
      remark('巡查由巡查组实施，医院只对照一次'),
      later('inspection', '巡查组、进驻、反馈和复核'),
    ],
    'point-5-2': [later('ethics-file', '考评细则和结果运用；单位只报数字')],
    'point-6-1': [inForm('clean-hospital', '“十大行动”进展')],
    'point-6-3': [
      remark('选树30%是评选的名额比例，不是指标：由属地推荐，评审、公示后确定'),
      later('selection', '示范单位选树、复核和撤销'),
    ],
    'point-7': [
      imported('第三方出院患者满意度调查', '出院患者满意度'),
      later('survey', '第三方问卷调查'),
      later('appraisal', '民主评议医院行风'),
    ],
    'point-8': [later('selection', '医德医风标兵评选和公示')],
    'point-9-1': [inForm('complaint-report', '各渠道件数'), imported('12345热线', '热线件数')],
    'point-9-3': [byOffice('由有权机关决定；本方案只设一票否决建议')],
  },
});
