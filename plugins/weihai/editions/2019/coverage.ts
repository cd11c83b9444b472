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
  frame: [
    '威海市卫生健康委员会文件',
    '威卫办〔2019〕92号',
    '市卫生健康委 关于加强全市卫生健康系统 行业作风建设的指导意见',
    '各区市卫生健康局，国家级开发区、南海新区社会事务管理局，委直各医疗卫生单位，委机关各科室：',
    '（信息公开形式：依申请公开）',
  ],
  notGiven: [
    {
      clause: 'measure-4-3',
      quote: '《进一步改善医疗服务60条措施》',
      at: 'forms/measure-progress',
    },
    { clause: 'demand-2', quote: '监督考核', at: 'scorecards/institution' },
  ],
  carriers: {
    'measure-1-1': [later('roster', '责任网络体系和“一岗双责”')],
    'measure-1-2': [inForm('training-and-education', '廉政教育次数')],
    'measure-2-1': [
      imported('监督执法系统', '不良行为记分'),
      remark('“黑名单”“红黑榜”没有法律依据前不公布，只作内部重点监管名单'),
      later('meeting', '联席会议、工作组和专班的交办'),
      later('transfer', '部门间线索互通的回执'),
    ],
    'measure-3-1': [imported('监督执法系统', '日常监管和突击整治的执法数据')],
    'measure-3-2': [
      remark('本委自己实施，单位只报反馈问题的整改'),
      later('inspection', '暗访计划的保密和暗访组'),
    ],
    'measure-3-3': [later('inspection', '各区市的暗访计划')],
    'measure-3-4': [byOffice('由有权机关决定；本方案只设一票否决建议')],
    'measure-4-1': [nothing('法人第一责任人是责任体系，没有可报的事项')],
    'measure-4-2': [
      inForm('good-practice', '活动情况，可零报告'),
      later('competition', '行风大比武'),
    ],
    'measure-4-3': [remark('60条各自的时间节点在另一文件，原文未附')],
    'measure-5-1': [remark('只报次数和人数，不要求人人上传学时')],
    'measure-5-2': [later('announcement', '典型做法的发布和本人同意')],
    'demand-1': [
      inForm('activity-plan', '直接报送方案的单位随方案报领导小组'),
      remark('其余单位确认一次'),
      later('roster', '领导小组按岗位'),
    ],
    'demand-1-1': [inForm('training-and-education', '下基层次数')],
    'demand-4': [remark('日期“按照相关文件要求的时间节点”')],
    'demand-4-1': [remark('原文唯一期限：2019年7月20日（周六）；纸质和盖章PDF各一份，报医政科')],
  },
});
