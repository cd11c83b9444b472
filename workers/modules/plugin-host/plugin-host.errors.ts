import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'plugin-host.unknown_plugin': {
    status: 503,
    zh: '本站所用的方案模板未随程序提供，请联系平台运维人员。',
    en: 'The module this site is pinned to is not part of this program.',
  },
  'plugin-host.unknown_edition': {
    status: 404,
    zh: '没有该年度的方案模板。',
    en: 'There is no edition of that year.',
  },
});

export const createUnknownPluginError = errors['plugin-host.unknown_plugin'];
export const createUnknownEditionError = errors['plugin-host.unknown_edition'];
