import { defineErrors } from '#workers/platform/http/problem.ts';

export const approvalsErrors = defineErrors({
  'approvals.not_found': {
    status: 404,
    zh: '没有这份审签单，或您无权查看。',
    en: 'There is no such approval, or it is not yours to see.',
  },
  'approvals.not_open': {
    status: 409,
    zh: '本次审签已经结束，请刷新页面查看结果。',
    en: 'This approval has ended; reload the page to see how.',
  },
  'approvals.not_current': {
    status: 409,
    zh: '还没有轮到这一环节，请刷新页面查看当前环节。',
    en: 'It is not the turn of this step; reload the page to see whose turn it is.',
  },
  'approvals.same_person': {
    status: 409,
    zh: '您已办理“{step}”环节，同一人不能再办理下一环节，请由其他岗位办理。',
    en: 'You took the step “{step}”; one person cannot take another one. Somebody else has to.',
  },
});
