import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'identity.wrong_credentials': {
    status: 401,
    zh: '用户名或密码不正确，请重新输入。',
    en: 'The user name or password is not right.',
  },
  'identity.locked': {
    status: 423,
    zh: '连续登录失败次数过多，请 {minutes} 分钟后再试，或联系安全管理员重置密码。',
    en: 'Too many failed sign-ins. Try again in {minutes} minutes, or ask for a new password.',
  },
  'identity.session_ended': {
    status: 401,
    zh: '登录已失效，请重新登录；未保存的内容仍在本机。',
    en: 'Your session has ended. Sign in again; what was not saved is still on this device.',
  },
  'identity.authority_changed': {
    status: 409,
    zh: '您的岗位权限刚刚变更，请刷新页面后重试。',
    en: 'Your permissions have just changed. Reload the page and try again.',
  },
  'identity.username_taken': {
    status: 409,
    zh: '该用户名已被使用，请换一个。',
    en: 'This user name is taken.',
  },
  'identity.weak_password': {
    status: 422,
    zh: '密码不符合要求：{reason}',
    en: 'The password is not acceptable: {reason}',
  },
  'identity.wrong_password': {
    status: 422,
    zh: '原密码不正确，请重新输入。',
    en: 'The present password is not right.',
  },
  'identity.same_password': {
    status: 422,
    zh: '新密码与原密码相同，请换一个。',
    en: 'The new password is the old one. Choose another.',
  },
  'identity.password_change_required': {
    status: 403,
    zh: '您正在使用一次性密码，请先修改密码。',
    en: 'You signed in with a one-time password. Choose a new one first.',
  },
  'identity.unknown_person': {
    status: 404,
    zh: '没有找到该人员。',
    en: 'There is no such person.',
  },
});

export const createWrongCredentialsError = errors['identity.wrong_credentials'];
export const createLockedError = errors['identity.locked'];
export const createSessionEndedError = errors['identity.session_ended'];
export const createAuthorityChangedError = errors['identity.authority_changed'];
export const createUsernameTakenError = errors['identity.username_taken'];
export const createWeakPasswordError = errors['identity.weak_password'];
export const createWrongPasswordError = errors['identity.wrong_password'];
export const createSamePasswordError = errors['identity.same_password'];
export const createPasswordChangeRequiredError = errors['identity.password_change_required'];
export const createUnknownPersonError = errors['identity.unknown_person'];
