import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'organizations.not_found': {
    status: 404,
    zh: '没有找到该单位。',
    en: 'There is no such unit.',
  },
  'organizations.unknown_superior': {
    status: 422,
    zh: '上级单位“{key}”不存在，请先导入上级单位或核对编号。',
    en: 'The superior unit “{key}” is not known.',
  },
  'organizations.circle': {
    status: 422,
    zh: '单位“{key}”的上下级关系成环，请核对。',
    en: 'The unit “{key}” would stand under itself.',
  },
  'organizations.duplicate_key': {
    status: 422,
    zh: '编号“{key}”在本次导入中重复，请修改。',
    en: 'The key “{key}” occurs twice in this import.',
  },
  'organizations.separated_roles': {
    status: 409,
    zh: '系统管理员、安全管理员、审计管理员须由三人分别担任，该人员已担任其中一职。',
    en: 'System, security and audit administrator are three people; this person is one of them.',
  },
  'organizations.own_account': {
    status: 409,
    zh: '不能停用本人的账号，请由其他岗位人员办理。',
    en: 'Nobody disables the own account; another administrator has to.',
  },
  'organizations.own_grant': {
    status: 409,
    zh: '不能为本人授予或收回权限，请由其他安全管理员办理。',
    en: 'Nobody gives or ends the own posts; another security administrator has to.',
  },
  'organizations.own_password': {
    status: 409,
    zh: '本人的密码请在“修改密码”中修改。',
    en: 'Change the own password with “Change password”.',
  },
  'organizations.unlawful_grant': {
    status: 422,
    zh: '不能这样授权：{reason}',
    en: 'This post cannot be given: {reason}',
  },
  'organizations.grant_not_found': {
    status: 404,
    zh: '没有找到该项授权。',
    en: 'There is no such grant.',
  },
});

export const createOrganizationNotFoundError = errors['organizations.not_found'];
export const createUnknownSuperiorError = errors['organizations.unknown_superior'];
export const createCircleError = errors['organizations.circle'];
export const createDuplicateKeyError = errors['organizations.duplicate_key'];
export const createSeparatedRolesError = errors['organizations.separated_roles'];
export const createOwnAccountError = errors['organizations.own_account'];
export const createOwnGrantError = errors['organizations.own_grant'];
export const createOwnPasswordError = errors['organizations.own_password'];
export const createUnlawfulGrantError = errors['organizations.unlawful_grant'];
export const createGrantNotFoundError = errors['organizations.grant_not_found'];
