import { defineErrors } from '#workers/platform/http/problem.ts';

export const snapshotsErrors = defineErrors({
  'snapshots.not_found': {
    status: 404,
    zh: '没有这份上报数据。',
    en: 'There is no such data for the higher authority.',
  },
  'snapshots.no_campaign': {
    status: 409,
    zh: '{year}年没有已发布的工作方案，无法形成上报数据。',
    en: 'No campaign of {year} has been published; there is nothing to report from.',
  },
  'snapshots.period_open': {
    status: 409,
    zh: '本期尚未结束（截至 {cutOff}），期满后方可形成上报数据。',
    en: 'The period is not over (until {cutOff}); its data can be prepared afterwards.',
  },
  'snapshots.in_approval': {
    status: 409,
    zh: '本期上报数据正在审签或已签待报，如需改动请先撤回审签。',
    en: 'The data of this period is being signed. Withdraw it first to change it.',
  },
  'snapshots.already_sent': {
    status: 409,
    zh: '本期数据已报出。如需改动，请使用“更正报出”并说明原因。',
    en: 'The data of this period has been sent. Send a correction with a reason.',
  },
  'snapshots.awaiting_receipt': {
    status: 409,
    zh: '上一次报出还没有收到回执，请收到回执后再更正。',
    en: 'What was sent has no receipt yet. Correct it once the receipt is there.',
  },
  'snapshots.wrong_correction': {
    status: 409,
    zh: '只能更正本期最近一次报出的数据，请刷新页面后重试。',
    en: 'Only the newest data sent for this period can be corrected. Reload and try again.',
  },
  'snapshots.unexplained': {
    status: 422,
    zh: '有 {count} 项与上期差异超过20%，请逐项填写说明后再保存。',
    en: '{count} figures differ from the last period by more than 20 %. Explain each of them.',
  },
  'snapshots.reason_required': {
    status: 422,
    zh: '更正报出须填写更正原因。',
    en: 'A correction needs its reason.',
  },
  'snapshots.not_draft': {
    status: 409,
    zh: '这份上报数据已提交审签或已报出，不能再次提交。',
    en: 'This data has been submitted or sent already.',
  },
  'snapshots.not_signed': {
    status: 409,
    zh: '还没有完成审签，或审签后内容有改动，不能报出。',
    en: 'It has not been signed, or changed after it was; it cannot be sent.',
  },
});
