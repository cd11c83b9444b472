import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'tenants.unknown_host': {
    status: 404,
    zh: '没有这个站点，请核对网址。',
    en: 'There is no site at this address.',
  },
  'tenants.suspended': {
    status: 503,
    zh: '本站已暂停服务，请联系主办单位。',
    en: 'This site is suspended. Contact its operator.',
  },
  'tenants.not_provisioned': {
    status: 503,
    zh: '本站尚未完成初始化，请稍后再试。',
    en: 'This site has not been set up yet. Try again later.',
  },
  'tenants.unchanged': {
    status: 409,
    zh: '站点已处于该状态，无需重复操作。',
    en: 'The site is in that state already.',
  },
});

export const createUnknownHostError = errors['tenants.unknown_host'];
export const createTenantSuspendedError = errors['tenants.suspended'];
export const createTenantNotProvisionedError = errors['tenants.not_provisioned'];
export const createTenantUnchangedError = errors['tenants.unchanged'];
