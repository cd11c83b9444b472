import {
  byOffice,
  defineCoverage,
  imported,
  inForm,
  later,
  nothing,
  remark,
  type Carrier,
} from '#plugins/sdk/coverage/coverage.ts';

const progress = 'stage-progress';
const catalogue = 'risk-catalogue';
const service = 'service-improvement';
const duty = 'department-duty';

const study: Record<string, Carrier[]> = {
  'step-1-1': [inForm('self-check-report', '动员部署和专题学习')],
  'step-1-2': [inForm('self-check-report', '学习情况'), later('reading', '学习重点的清单')],
  'step-1-3': [
    inForm('negative-list'),
    inForm('rectification-detail'),
    inForm('self-check-report'),
  ],
  'step-1-4': [
    remark('来信由单位纸质收取，本单位审核人看不到'),
    inForm('self-check-report', '信箱件数'),
  ],
  'step-1-5': [remark('来源渠道和查找方式分为两栏')],
  'step-1-6': [inForm('rectification-detail', '措施、责任人、完成时限')],
  'step-1-7': [remark('期限1月25日前；书面，领导签字')],
};

const improvement: Record<string, Carrier[]> = {
  'study-1': [inForm(progress, '学习次数')],
  'study-2': [inForm(progress, '心得体会只报人数，不上传')],
  'screening-0': [inForm(progress, '新排查的问题数')],
  'screening-1': [inForm(catalogue, '廉洁风险点数')],
  'screening-2': [remark('清单和目录留存本单位，只报数字')],
  'screening-3': [inForm(catalogue, '共性、个性风险数')],
  'screening-4': [inForm(catalogue, '分级、责任岗位和时限')],
  'control-2': [imported('满意度测评', '患者满意度'), later('survey', '基层评议机关和患者满意度')],
  'control-3': [byOffice('机关各科室承担，不报送')],
  'control-4': [inForm(service, '服务模式')],
  'control-5': [inForm(service, '医疗质量')],
  'appraisal-1': [remark('由本局实施，单位不报送'), later('inspection', '督导检查的五问检查表')],
  'appraisal-2': [later('appraisal', '每季度民主评议，结果只给评议对象和干部部门')],
  'appraisal-3': [inForm(progress, '一级及以下和公共卫生等单位并入')],
  'appraisal-4': [byOffice('由有权机关决定'), later('announcement', '定期通报')],
};

const demands: Record<string, Carrier[]> = {
  'step-3-2': [later('outcome', '由干部管理部门运用')],
  'step-3-3': [
    remark('依据检查评比结果评选，不另要求推荐；没有评选依据前不公布'),
    later('selection', '优胜单位和先进个人'),
  ],
  'demand-1-2': [later('roster', '领导小组按岗位')],
  'duty-office': [inForm(duty)],
  'duty-finance': [inForm(duty)],
  'duty-disease-control': [inForm('charging-and-purchase', '药品和医用耗材采购')],
  'duty-law': [imported('医疗服务智能监管系统', '执法数据')],
  'duty-medical': [imported('满意度测评', '患者满意度')],
  'duty-others': [inForm(duty)],
  'demand-3-3': [byOffice('由本局聘请，不报送'), later('roster', '社会监督员的任期和意见')],
  'demand-3-4': [nothing('专线由本局设立，号码不入库')],
  'demand-3-5': [remark('受理后转办，内容不进一般台账'), later('transfer', '转办部门的回执')],
  'demand-4-1': [byOffice('由有权机关决定')],
  'demand-4-2': [remark('曝光不出现个人姓名'), later('announcement', '典型案例曝光')],
};

export const coverage = defineCoverage({
  frame: [
    '中国共产党武汉市东西湖区卫生健康局委员会文件',
    '东卫发〔2021〕3号',
    '签发人：（略）',
    '关于印发《东西湖区卫生健康局 2021年“作风建设年”工作方案》的通知',
    '局机关各科室、局属各单位：',
    '中共东西湖区卫生健康局委员会',
    '2021年1月19日',
    '东西湖区卫生健康局 2021年“作风建设年”工作方案',
    '东西湖区卫生健康局办公室 2021年1月19日印发',
  ],
  notGiven: [
    { clause: 'annex-2-heading', quote: '自省自清负面清单', at: 'forms/negative-list/problems' },
    {
      clause: 'annex-3-heading',
      quote: '负面清单整改落实情况明细表',
      at: 'forms/rectification-detail/measures',
    },
    { clause: 'appraisal-0', quote: '作风建设民主评议', at: 'scorecards/institution' },
  ],
  carriers: {
    ...study,
    ...improvement,
    ...demands,
    'annex-1': [remark('名单按岗位，个人姓名不录入'), later('roster', '三十二人领导小组按岗位')],
    'annex-2': [inForm('negative-list', '表名以附件目录为准')],
    'annex-3': [inForm('rectification-detail', '表名以附件目录为准')],
    'annex-2-heading': [
      remark('与附件目录不一致；栏目缺失，是建议；填报时间、领导签字由报送和审签记录'),
    ],
    'annex-3-heading': [remark('栏目缺失，是建议；填报时间、领导签字由报送和审签记录')],
  },
});
