export type ScreenWord = {
  wrong: RegExp;
  right: string;
  why: string;
  /** A text that must be refused; the test plants it. */
  sample: string;
  /** A text that looks like it and is right. */
  lawful?: string;
  /** `program`: our own texts only; a region may use the word for its own campaign. */
  scope?: 'program';
};

export const screenWords: readonly ScreenWord[] = [
  {
    wrong: /驳回(?!.{0,4}申请)/,
    right: '退回修改',
    why: '对报送件说“驳回”过重，是法律用语；只有申请可以驳回',
    sample: '报送件已驳回',
    lawful: '驳回延期申请',
  },
  { wrong: /大屏/, right: '调度看板', why: '面子工程', sample: '打开大屏' },
  { wrong: /快照/, right: '上报数据（截至……）', why: '信息技术用语', sample: '生成快照' },
  { wrong: /插件/, right: '方案模板', why: '机关人员看不到插件', sample: '选择区域插件' },
  { wrong: /方案包/, right: '方案文件', why: '像礼包', sample: '导入方案包' },
  {
    wrong: /条目/,
    right: '台账自己的名称：问题、风险点、事项、线索、件',
    why: '图书目录用语',
    sample: '新增条目',
  },
  { wrong: /流转/, right: '办理过程、办理环节', why: '信息技术用语', sample: '流转记录' },
  { wrong: /回执码/, right: '查询码', why: '群众说查询码', sample: '举报人回执码' },
  { wrong: /密封/, right: '专管区', why: '像招标文件', sample: '进入密封区' },
  { wrong: /漏斗图/, right: '控制限图', why: '像销售漏斗', sample: '漏斗图' },
  { wrong: /置信区间/, right: '波动范围（95%）', why: '须能向领导说明', sample: '95%置信区间' },
  { wrong: /甘特图/, right: '进度安排', why: '外来语', sample: '甘特图' },
  {
    wrong: /未测量/,
    right: '未设此指标／未报／样本不足／口径不一，不可比／不适用',
    why: '五种情况不能合成一个词',
    sample: '该地区未测量',
  },
  {
    wrong: /黑名单/,
    right: '重点监管名单',
    why: '严重失信主体名单须有法律依据；只在引用文件原文时出现',
    sample: '列入黑名单',
  },
  { wrong: /填报员/, right: '联络员／填报人', why: '没有这个岗位', sample: '请联系填报员' },
  {
    wrong: /(?<!系统|安全|审计|平台|保密)管理员/,
    right: '行风办管理人员（系统管理员只指信息技术人员）',
    why: '业务人员不是管理员',
    sample: '请联系管理员',
    lawful: '请联系系统管理员',
  },
  {
    wrong: /活跃度|全部已读|打卡|排行榜|登录次数|在线时长|勋章/,
    right: '删去',
    why: '为基层减负的规定禁止',
    sample: '本周活跃度',
  },
  { wrong: /横向比较/, right: '地区情况对比', why: '会读成排名', sample: '横向比较' },
  {
    wrong: /共同指标|指标对照(?!表)/,
    right: '可比指标／指标口径对照',
    why: '要说明口径',
    sample: '共同指标',
    lawful: '指标口径对照',
  },
  {
    wrong: /评分表|评分项|计分规则/,
    right: '考评细则／考评项目／评分标准',
    why: '文件用语',
    sample: '评分项',
  },
  { wrong: /审批通过/, right: '审核通过', why: '对报送件是审核', sample: '审批通过' },
  { wrong: /申诉/, right: '异议／复核申请', why: '申诉是对处分而言', sample: '对得分申诉' },
  {
    wrong: /转交/,
    right: '转送（其他机关）／交办（下级）／转办（内部）／移送（纪检、司法）',
    why: '四种做法不同',
    sample: '转交其他科室',
  },
  {
    wrong: /版本\s*[vV]?\d|\b[vV]\d+\b/,
    right: '第3版（6月3日修订）',
    why: '文件用语',
    sample: '版本 v3',
    lawful: '第3版（6月3日修订）',
  },
  {
    wrong: /投诉举报/,
    right: '投诉、举报分开写',
    why: '投诉、举报、检举控告、信访事项、问题线索各有规定',
    sample: '投诉举报',
    lawful: '投诉、举报',
  },
  { wrong: /诫勉/, right: '提醒谈话／约谈', why: '诫勉由干部管理机关作出', sample: '建议诫勉' },
  {
    wrong: /(?<!超)过期/,
    right: '逾期未报（报送件）／超期未办结（办件）／已过有效期（文件）／已超时（登录）',
    why: '几种情况不同',
    sample: '该任务已过期',
    lawful: '超过期限',
  },
  {
    wrong: /已关闭/,
    right: '办结／销号／终止',
    why: '件、问题、活动各有说法',
    sample: '问题已关闭',
  },
  {
    wrong: /(医院负责人|院长)审签/,
    right: '主要负责人审签',
    why: '文件用语',
    sample: '医院负责人审签',
    lawful: '主要负责人审签',
  },
  {
    wrong: /专项行动/,
    right: '工作方案（或文件自己的名称）',
    why: '只有一个地区的文件叫专项行动',
    sample: '新建专项行动',
    scope: 'program',
  },
  {
    wrong: /省份/,
    right: '地区（自治区、直辖市不是省）',
    why: '自治区不是省份',
    sample: '选择省份',
    scope: 'program',
  },
];
