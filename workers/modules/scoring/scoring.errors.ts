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
});
