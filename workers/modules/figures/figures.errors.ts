import { defineErrors } from '#workers/platform/http/problem.ts';

export const figuresErrors = defineErrors({
  'figures.not_found': {
    status: 404,
    zh: '没有这个工作方案，请刷新页面后重新选择。',
    en: 'There is no such campaign. Reload and choose again.',
  },
  'figures.unknown_figure': {
    status: 404,
    zh: '本工作方案没有“{key}”这个数。',
    en: 'This campaign has no figure “{key}”.',
  },
  'figures.future_day': {
    status: 422,
    zh: '截至日期不能晚于今天。',
    en: 'Figures cannot be as of a day that has not come.',
  },
});
