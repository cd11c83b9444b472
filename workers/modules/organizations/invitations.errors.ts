import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'organizations.invitation_not_found': {
    status: 404,
    zh: '没有找到该邀请。',
    en: 'There is no such invitation.',
  },
  'organizations.invitation_wrong_state': {
    status: 409,
    zh: '该邀请已使用、已撤销或尚未授权，不能这样办理，请刷新页面。',
    en: 'The invitation was used, withdrawn or is not authorized yet; reload the page.',
  },
  'organizations.invitation_own': {
    status: 409,
    zh: '提出邀请的人不能自己授权。',
    en: 'Who asked for an invitation does not authorize it.',
  },
  'organizations.batch_not_found': {
    status: 404,
    zh: '没有找到该批次。',
    en: 'There is no such list of invitations.',
  },
  'organizations.batch_under_way': {
    status: 409,
    zh: '该批次还在导入，名单尚未到齐。请等导入完成后刷新页面，核对全部名单再授权。',
    en: 'The list is still being taken in. Wait until it is whole, reload the page, and look at all of it.',
  },
  'organizations.invitation_unknown': {
    status: 404,
    zh: '邀请链接无效，请核对链接是否完整，或联系给您链接的人。',
    en: 'This link is not right. See that it is whole, or ask who gave it to you.',
  },
  'organizations.invitation_expired': {
    status: 410,
    zh: '邀请链接已过有效期，请联系给您链接的人重新制作。',
    en: 'This link has expired. Ask the administrator for another.',
  },
  'organizations.invitation_used': {
    status: 410,
    zh: '邀请链接已使用。账号已经开设的，请直接登录。',
    en: 'This link has been used. If you have your account, sign in.',
  },
  'organizations.invitation_withdrawn': {
    status: 410,
    zh: '邀请已撤销，请联系给您链接的人。',
    en: 'This invitation was withdrawn. Ask the administrator.',
  },
});

export const createInvitationNotFoundError = errors['organizations.invitation_not_found'];
export const createInvitationWrongStateError = errors['organizations.invitation_wrong_state'];
export const createOwnInvitationError = errors['organizations.invitation_own'];
export const createUnknownLinkError = errors['organizations.invitation_unknown'];
export const createLinkExpiredError = errors['organizations.invitation_expired'];
export const createLinkUsedError = errors['organizations.invitation_used'];
export const createLinkWithdrawnError = errors['organizations.invitation_withdrawn'];
export const createBatchUnderWayError = errors['organizations.batch_under_way'];
export const createBatchNotFoundError = errors['organizations.batch_not_found'];
