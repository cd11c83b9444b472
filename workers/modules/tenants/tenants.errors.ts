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
  'tenants.accent_unreadable': {
    status: 422,
    zh: '主题色与页面底色的对比度只有 {ratio}:1，低于 4.5:1，文字难以辨认；最接近的可用颜色是 {nearest}。',
    en: 'On the paper of the pages the accent reaches {ratio}:1 only, below 4.5:1; the nearest shade that can be read is {nearest}.',
  },
  'tenants.emblem_not_png': {
    status: 415,
    zh: '标识只接受 PNG 图片（不接受 SVG、JPG 等格式），请另存为 PNG 后上传。',
    en: 'An emblem is a PNG picture; SVG, JPEG and others are not taken.',
  },
  'tenants.emblem_broken': {
    status: 422,
    zh: '图片已损坏或采用了隔行扫描，请重新导出为普通 PNG 后上传。',
    en: 'The picture is broken or interlaced; export it again as a plain PNG.',
  },
  'tenants.emblem_wrong_size': {
    status: 422,
    zh: '标识须为正方形，边长 64 至 512 像素。',
    en: 'An emblem is square, 64 to 512 pixels a side.',
  },
  'tenants.emblem_not_found': {
    status: 404,
    zh: '没有这个标识图片，请重新上传。',
    en: 'There is no such emblem; upload it again.',
  },
  'tenants.branding_not_found': {
    status: 404,
    zh: '没有这一次修改记录，请刷新页面。',
    en: 'There is no such change; reload the page.',
  },
});

export const brandingErrors = errors;
export const createUnknownHostError = errors['tenants.unknown_host'];
export const createTenantSuspendedError = errors['tenants.suspended'];
export const createTenantNotProvisionedError = errors['tenants.not_provisioned'];
export const createTenantUnchangedError = errors['tenants.unchanged'];
