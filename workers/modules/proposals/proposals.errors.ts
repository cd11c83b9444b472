import { defineErrors } from '#workers/platform/http/problem.ts';

export const proposalsErrors = defineErrors({
  'proposals.not_found': {
    status: 404,
    zh: '没有这条处置建议，或不在您的职责范围内。',
    en: 'There is no such proposal, or it is outside your range.',
  },
  'proposals.unknown_campaign': {
    status: 404,
    zh: '没有这个工作方案，请刷新页面后重新选择。',
    en: 'There is no such campaign. Reload and choose again.',
  },
  'proposals.unknown_unit': {
    status: 404,
    zh: '没有这个单位，或不在您的职责范围内。',
    en: 'There is no such unit, or it is outside your range.',
  },
  'proposals.other_post': {
    status: 403,
    zh: '这条建议应由“{post}”决定。',
    en: 'This proposal is for “{post}” to decide.',
  },
  'proposals.reason_needed': {
    status: 422,
    zh: '不采纳须写明理由。',
    en: 'Declining needs a reason.',
  },
  'proposals.already_decided': {
    status: 409,
    zh: '这条建议已经决定，请刷新页面。',
    en: 'This proposal is decided already. Reload.',
  },
  'proposals.lapsed': {
    status: 410,
    zh: '所依据的情形已经不再成立，无需决定；记录仍然保留。',
    en: 'What it was founded on no longer holds; there is nothing to decide. The record stays.',
  },
  'proposals.not_accepted': {
    status: 409,
    zh: '这条建议没有采纳，不能登记措施。',
    en: 'This proposal is not accepted; no measure can be recorded.',
  },
  'proposals.already_taken': {
    status: 409,
    zh: '措施已经登记。',
    en: 'The measure is on record already.',
  },
  'proposals.wrong_day': {
    status: 422,
    zh: '措施日期不应早于决定之日，也不应晚于今天。',
    en: 'The measure lies between the day of the decision and today.',
  },
});
