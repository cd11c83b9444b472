import {
  byOffice,
  defineCoverage,
  imported,
  inForm,
  later,
  nothing,
  remark,
} from '#plugins/sdk/coverage/coverage.ts';

export const coverage = defineCoverage({
  frame: [],
  notGiven: [
    { clause: 'item-3-1', quote: '年度绩效考核体系', at: 'scorecards/institution' },
    { clause: 'item-11-2', quote: '对照梳理出的重复收费', at: 'forms/charging-entry' },
  ],
  carriers: {
    'item-2': [remark('“定期”没有写明周期，建议每半年一次')],
    'item-3-1': [
      inForm('organization-system', '是否纳入绩效考核，只确认'),
      later('outcome', '行风纳入年度绩效考核的结果运用'),
    ],
    'item-3-3': [
      remark('举报电话公示只问是否，不传照片'),
      later('inspection', '明察暗访专项行动和现场核对举报电话'),
      later('announcement', '发现问题的通报'),
    ],
    'item-4': [
      inForm('patient-benefit', '满意度反映问题的整改'),
      imported('国家满意度平台', '住院患者满意度'),
      later('survey', '第三方满意度调查'),
    ],
    'item-5-1': [inForm('integrity-education', '教育次数')],
    'item-5-4': [later('selection', '先进个人、先进单位的评选和公示')],
    'item-6-1': [
      inForm('integrity-education', '学习文件和次数'),
      later('reading', '七部法律和规定的学习清单'),
    ],
    'item-6-2': [remark('测试结果只报人数'), later('test', '“九项准则”知晓情况')],
    'item-7-1': [later('announcement', '典型案例通报的签收')],
    'item-7-2': [inForm('integrity-education', '警示教育次数')],
    'item-8-2': [byOffice('由医疗机构和有权机关决定'), later('ethics-file', '医德考评不合格')],
    'item-8-3': [
      byOffice('评审中的一票否决由评审机关实施；本考评的一票否决是建议'),
      later('outcome', '医院评审、重点专科评审的行风审查意见'),
    ],
    'item-9-2': [inForm('self-check', '发现和整改数')],
    'item-9-3': [byOffice('约谈、查处由有权机关决定')],
    'item-10-2': [inForm('drug-use-review', '是否点评')],
    'item-10-3': [
      imported('公立医院绩效考核平台', '四项合理用药指标，只看方向'),
      remark('单位只填分析'),
    ],
    'item-11-1': [nothing('宣传和培训并入十类行为自查，不另报次数')],
    'item-11-2': [remark('主动报告的不作扣分依据')],
    'item-12': [imported('监督执法系统', '非法行医的查处件数')],
    'item-13': [imported('监督执法系统', '违法医疗广告的查处件数')],
    'item-14': [remark('只记件数和移送去向'), later('transfer', '线索移送的回执')],
    'item-15': [
      inForm('inspection-report', '民营医院专项巡查'),
      later('inspection', '民营医院检查的年度次数上限'),
    ],
    'item-16': [byOffice('由有权机关决定；约谈要同步查清领导责任')],
    'item-17-1': [imported('12320、12345热线', '热线转办件数')],
    'item-17-2': [
      inForm('case-handling', '查实、查处、通报三个数对不上的要说明'),
      later('announcement', '查处结果的通报'),
    ],
    'item-18': [imported('预约、互认等平台', '预约率、互认项数')],
  },
});
