import { defineErrors } from '#workers/platform/http/problem.ts';

export const importedFiguresErrors = defineErrors({
  'imported-figures.not_found': {
    status: 404,
    zh: '没有找到该工作方案或该次导入。',
    en: 'There is no such campaign or import.',
  },
  'imported-figures.not_a_source': {
    status: 422,
    zh: '该指标不取自外部系统，不能导入。',
    en: 'The indicator is not taken from a system elsewhere.',
  },
  'imported-figures.future': {
    status: 422,
    zh: '统计期间尚未开始，或数据截至日期晚于今天，请核对。',
    en: 'The period has not begun, or the figures are of a day to come.',
  },
  'imported-figures.withdrawn': {
    status: 409,
    zh: '该次导入已经撤回。',
    en: 'The import is withdrawn already.',
  },
});
