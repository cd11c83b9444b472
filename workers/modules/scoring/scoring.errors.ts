import { defineErrors } from '#workers/platform/http/problem.ts';

export const scoringErrors = defineErrors({
  'scoring.unknown_unit': {
    status: 404,
    zh: '没有这个单位，或不在您的职责范围内。',
    en: 'There is no such unit, or it is outside your range.',
  },
  'scoring.unknown_campaign': {
    status: 404,
    zh: '没有这个工作方案，请刷新页面后重新选择。',
    en: 'There is no such campaign. Reload and choose again.',
  },
  'scoring.not_scored': {
    status: 404,
    zh: '本方案没有考评细则，或考评细则不适用于这个单位。',
    en: 'This campaign has no scorecard, or it does not apply to this unit.',
  },
  'scoring.not_found': {
    status: 404,
    zh: '没有这条扣分，或不在您的职责范围内。',
    en: 'There is no such deduction, or it is outside your range.',
  },
  'scoring.own_unit': {
    status: 403,
    zh: '这是您所在单位，须回避，请由其他单位的人员登记扣分。',
    en: 'This is your own unit; somebody of another unit has to record deductions.',
  },
  'scoring.campaign_archived': {
    status: 409,
    zh: '这个工作方案已经归档，不能再登记扣分。',
    en: 'This campaign is archived; no deduction can be recorded any more.',
  },
  'scoring.not_recordable': {
    status: 422,
    zh: '这个考评项目不能逐条登记扣分，请另选考评项目。',
    en: 'No deduction can be recorded on this item. Choose another.',
  },
  'scoring.amount_out_of_range': {
    status: 422,
    zh: '每次扣分应在 {least} 至 {most} 分之间，请改正扣分分值。',
    en: 'A deduction must lie between {least} and {most} points.',
  },
  'scoring.nothing_left': {
    status: 422,
    zh: '扣分超过本项目剩余的分值，请核对已登记的扣分后改正分值。',
    en: 'The deduction is more than what is left of this item. Check the recorded ones.',
  },
  'scoring.foreign_submission': {
    status: 422,
    zh: '所引用的报送件不是这个单位在本方案中的报送件，请重新选择。',
    en: 'The filing cited is not of this unit in this campaign. Choose another.',
  },
  'scoring.already_withdrawn': {
    status: 409,
    zh: '这条扣分已经撤销。',
    en: 'This deduction is withdrawn already.',
  },
  'scoring.fact_not_recordable': {
    status: 422,
    zh: '本方案没有需要登记的这一事实，请刷新页面后重新选择。',
    en: 'No rule of this campaign asks for this fact to be recorded. Reload and choose again.',
  },
  'scoring.fact_content': {
    status: 422,
    zh: '登记的内容与考评细则不符，请按提示改正。',
    en: 'The record does not fit the scorecard. Mend what is marked.',
  },
  'scoring.future_day': {
    status: 422,
    zh: '日期不应晚于今天，请改正。',
    en: 'The day lies in the future. Mend it.',
  },
  'scoring.unknown_clause': {
    status: 422,
    zh: '本方案没有这个条款，请重新选择。',
    en: 'This campaign has no such clause. Choose another.',
  },
  'scoring.fact_not_found': {
    status: 404,
    zh: '没有这条登记，或不在您的职责范围内。',
    en: 'There is no such record, or it is outside your range.',
  },
  'scoring.period_taken': {
    status: 409,
    zh: '这个月已经登记过这一事实；如需更改，请先撤销原登记。',
    en: 'This fact is on record for the month already. Withdraw that record first.',
  },
  'scoring.same_post': {
    status: 403,
    zh: '登记与核实须由不同岗位的两个人完成，请由其他岗位核实。',
    en: 'Another post than the one that recorded it has to confirm.',
  },
  'scoring.already_confirmed': {
    status: 409,
    zh: '这条登记已经核实，或不需要核实。',
    en: 'This record is confirmed already, or needs no confirmation.',
  },
  'scoring.record_withdrawn': {
    status: 409,
    zh: '这条登记已经撤销。',
    en: 'This record is withdrawn already.',
  },
  'scoring.unknown_chain': {
    status: 404,
    zh: '本方案没有这个考评程序，请刷新页面后重新选择。',
    en: 'This campaign has no such chain of assessors. Reload and choose again.',
  },
  'scoring.not_next_step': {
    status: 409,
    zh: '还没有轮到这一步，或这一步已经完成，请刷新页面。',
    en: 'It is not this step’s turn, or it is done. Reload.',
  },
  'scoring.other_assessor': {
    status: 403,
    zh: '这一步应由“{post}”评定。',
    en: 'This step is for “{post}” to give.',
  },
  'scoring.one_step_each': {
    status: 403,
    zh: '您已经评定过其他环节，同一个人只能评定一个环节。',
    en: 'You gave another step of this chain; one person gives one step.',
  },
  'scoring.reason_needed': {
    status: 422,
    zh: '与前一步结果不一致或单位有异议的，须写明理由。',
    en: 'The result differs, or the unit objected: give the reason.',
  },
  'scoring.nothing_to_answer': {
    status: 409,
    zh: '现在没有等待本单位确认的考评结果。',
    en: 'No result waits for an answer of your unit now.',
  },
  'scoring.objection_reason': {
    status: 422,
    zh: '提出异议须写明理由。',
    en: 'An objection needs its reason.',
  },
  'scoring.unknown_ledger': {
    status: 404,
    zh: '本方案没有这个记分办法，请刷新页面后重新选择。',
    en: 'This campaign has no such ledger. Reload and choose again.',
  },
  'scoring.person_ledger': {
    status: 422,
    zh: '这个办法对个人记分。个人记分由所在单位自行管理，姓名等个人信息不出本单位，本系统不登记。',
    en: 'This ledger is of persons. Their records stay with the institution they work in and are not kept here.',
  },
  'scoring.unknown_tier': {
    status: 422,
    zh: '记分办法没有这个档次，请重新选择。',
    en: 'The ledger has no such tier. Choose another.',
  },
  'scoring.unknown_ranking': {
    status: 404,
    zh: '本方案没有这个排名，请刷新页面后重新选择。',
    en: 'This campaign has no such ranking. Reload and choose again.',
  },
  'scoring.unknown_table': {
    status: 404,
    zh: '本方案没有这个裁量基准，请刷新页面后重新选择。',
    en: 'This campaign has no such table of discretion. Reload and choose again.',
  },
});
