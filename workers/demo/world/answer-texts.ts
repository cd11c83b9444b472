import type { Random } from './random.ts';

const sentences = [
  '已列入年度工作计划，明确牵头部门和责任岗位，按月调度。',
  '召开专题会议研究部署，逐项分解到科室，建立台账并按季核对。',
  '结合本单位实际完善制度流程，对照要求逐条自查，发现的问题即查即改。',
  '通过科务会、晨会组织学习，覆盖临床、医技和窗口岗位。',
  '窗口服务流程还不够顺畅，个别科室台账更新不及时，将在下一阶段集中整改。',
  '投诉渠道已在门诊大厅和官网公布，专人登记，按时限回复。',
  '下一步继续抓好日常监督，把好的做法固化为制度，并开展一次回头看。',
  '与绩效考核、医德考评衔接，结果用于评先评优。',
  '对重点岗位开展廉洁提醒，签订承诺书，纳入岗位风险防控。',
] as const;

/** What a short field is answered with, by what its label asks for. */
const shortAnswers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/名称|部门|科室|机构/, ['行风建设办公室', '党委办公室', '医务部', '纪检监察室']],
  [/文号/, ['院字〔2026〕12号', '院办发〔2026〕7号']],
  [/方式|形式|途径/, ['集中学习与科室自学相结合', '专题会议与书面通报']],
  [/电话|联系/, ['总机转行风办']],
  [/岗位|职务/, ['行风办填报岗', '分管领导']],
];

const plainShort = ['已按要求落实', '按年度计划推进', '已纳入台账管理', '每季度调度一次'] as const;

export const posts = ['主要负责人', '分管领导', '行风办负责人', '党委办公室负责人'] as const;

/** Grounds on which an office sends a filing back, for a written field. */
export const returnReasons = [
  '只写了做法，没有写结果，请补充具体数字。',
  '与上报的统计数不一致，请核对后修改。',
  '内容过于笼统，请结合本单位实际说明。',
  '请说明整改时限和责任岗位。',
  '引用的是上年情况，请按本期填写。',
] as const;

/** For a figure or a choice. */
export const otherReason = '与台账、附件不一致，请核对后修改。';
export const scanReason = '盖章不清晰，单位名称无法辨认，请重新扫描上传。';

export const extensionReasons = [
  '信息系统升级，统计数暂不能导出，申请延期一周。',
  '正在接受等级评审现场检查，相关科室人员集中迎检。',
] as const;

export const exemptionReasons = [
  '本期内机构停业整修，未开展相关业务。',
  '机构合并办理中，由合并后的单位统一报送。',
  '不涉及本项任务所列业务，经核实准予免报。',
] as const;

export const deductionReasons = [
  '现场核对发现台账更新不及时，与报送数不一致。',
  '公示内容不完整，未按要求更新。',
  '抽查的记录缺少责任岗位签字。',
] as const;

/** A paragraph of at least `least` and at most `most` characters. */
export function writeParagraph(random: Random, least: number, most: number): string {
  const drawn = random.shuffle(sentences);
  let text = '';
  for (let at = 0; at < 60 && text.length < least; at += 1) {
    text += drawn[at % drawn.length] ?? '';
  }
  for (const sentence of drawn.slice(0, random.between(2, 3))) {
    if (!text.includes(sentence) && text.length + sentence.length <= most) text += sentence;
  }
  return text === '' ? '已落实。'.slice(0, most) : text.slice(0, most);
}

export function writeShort(random: Random, label: string, least: number, most: number): string {
  const fitting = shortAnswers.find(([pattern]) => pattern.test(label))?.[1] ?? plainShort;
  const text = random.pick(fitting);
  return text.length >= least && text.length <= most ? text : writeParagraph(random, least, most);
}
