import { defineErrors } from '#workers/platform/http/problem.ts';

const errors = defineErrors({
  'organizations.import_not_found': {
    status: 404,
    zh: '没有找到该次导入。',
    en: 'There is no such import.',
  },
  'organizations.import_wrong_state': {
    status: 409,
    zh: '该次导入已进入下一环节，不能再这样办理，请刷新页面。',
    en: 'The import has moved on; reload the page.',
  },
  'organizations.import_incomplete': {
    status: 409,
    zh: '文件尚未传完：共 {total} 行，已收到 {received} 行，请继续上传。',
    en: 'The file is not complete: {received} of {total} rows have arrived.',
  },
  'organizations.import_has_errors': {
    status: 409,
    zh: '还有 {count} 行有误。请改正后重新上传，或选择只导入无误的行。',
    en: '{count} rows are wrong. Mend them, or take only the good rows.',
  },
  'organizations.import_outdated': {
    status: 409,
    zh: '核对之后名录又有变动，请重新核对。',
    en: 'The book of units has changed since the check; check again.',
  },
  'organizations.import_own': {
    status: 403,
    zh: '该次导入由他人提出。谁提出，名单就由谁负责：上传、核对和导入只能由提出人办理；您可以重新上传自己的文件。',
    en: 'Somebody else began this import and answers for its list: only they send, check and take it. You can send a file of your own.',
  },
  'organizations.import_under_way': {
    status: 409,
    zh: '另一次导入正在进行，请等它完成后再导入。',
    en: 'Another import is under way; wait until it is done.',
  },
});

export const createImportNotFoundError = errors['organizations.import_not_found'];
export const createImportWrongStateError = errors['organizations.import_wrong_state'];
export const createImportIncompleteError = errors['organizations.import_incomplete'];
export const createImportHasErrorsError = errors['organizations.import_has_errors'];
export const createImportOutdatedError = errors['organizations.import_outdated'];
export const createImportOwnError = errors['organizations.import_own'];
export const createImportUnderWayError = errors['organizations.import_under_way'];
