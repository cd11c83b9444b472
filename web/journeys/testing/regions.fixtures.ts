import type { Width } from './browser.fixtures.ts';

/** What is typed under a label; `ticks` are boxes of a group, ticked with the space bar. */
export type Answer = { label: string; text: string } | { ticks: readonly string[] };

export type FilingPlan = {
  /** As the row of 我的任务 names it. */
  title: string;
  answers: readonly Answer[];
  /** The stamped scan in the list of materials, where the task asks for one. */
  material?: string;
};

/** The answers of a plan that are written, not ticked. */
export function writtenAnswers({ answers }: FilingPlan): { label: string; text: string }[] {
  return answers.flatMap((answer) => ('label' in answer ? [answer] : []));
}

export type JourneyRegion = {
  slug: string;
  organ: string;
  /** How the house signs off. */
  signOff: 'online' | 'paper';
  filings: Readonly<Record<Width, FilingPlan>>;
};

const conductSummary: FilingPlan = {
  title: '行风建设工作小结 · 2026年下半年',
  answers: [
    { label: '行风队伍人数', text: '18' },
    { label: '业务教育培训次数', text: '6' },
    { label: '培训人次', text: '1240' },
    { label: '研判行风工作形势次数', text: '2' },
    { label: '重大问题请示汇报件数', text: '1' },
    { label: '部门沟通协调次数', text: '5' },
    { label: '主要做法与成效', text: '开展警示教育，完善行风投诉首接负责制度。' },
    { label: '存在问题', text: '个别科室投诉答复不够及时。' },
    { label: '下步打算', text: '对投诉较多的科室开展专题督导。' },
  ],
  material: '工作小结（盖章扫描件）',
};

const appraisalRectification: FilingPlan = {
  title: '民主评议行风问题整改情况',
  answers: [
    { label: '收到（下发）问题整改建议书份数', text: '1' },
    { label: '建议书所列问题数', text: '6' },
    { label: '已整改问题数', text: '5' },
    { label: '超过限定时间未整改问题数', text: '1' },
    { label: '未按时整改的原因和措施', text: '涉及信息系统改造，下月底前完成。' },
  ],
};

const campaignSummary: FilingPlan = {
  title: '相关整治情况总结 · 2026年下半年',
  answers: [
    { ticks: ['医疗乱象整治', '医疗领域涉及民生问题整治'] },
    { label: '发现问题数', text: '12' },
    { label: '已整改问题数', text: '11' },
    { label: '“回头看”复核问题数', text: '4' },
    { label: '主要做法与成效', text: '对照清单逐项自查，边查边改。' },
    { label: '存在问题', text: '个别科室整改措施不够具体。' },
    { label: '下步打算', text: '明年第一季度组织一次“回头看”。' },
  ],
  material: '总结（盖章扫描件）',
};

const training: FilingPlan = {
  title: '培训、廉政教育和下基层情况 · 2026年下半年',
  answers: [
    { label: '培训次数', text: '8' },
    { label: '培训人次', text: '960' },
    { label: '新进人员数', text: '24' },
    { label: '已接受任职岗前培训的新进人员数', text: '23' },
    { label: '廉政教育次数', text: '3' },
    { label: '分管负责人和相关人员下基层、下一线次数', text: '16' },
  ],
};

export const henan: JourneyRegion = {
  slug: 'henan',
  organ: '河南',
  signOff: 'online',
  filings: { desk: conductSummary, phone: appraisalRectification },
};

export const weihai: JourneyRegion = {
  slug: 'weihai',
  organ: '威海',
  signOff: 'paper',
  filings: { desk: campaignSummary, phone: training },
};

export const journeyRegions = [henan, weihai] as const;
