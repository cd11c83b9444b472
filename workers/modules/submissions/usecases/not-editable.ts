import type { SubmissionState } from '#schema/contracts/submissions.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import type { ProblemError } from '#workers/platform/http/problem.ts';
import { submissionsErrors } from '../submissions.errors.ts';

type Words = { state: string; remedy: string };
type Locked = Exclude<SubmissionState, 'due' | 'draft' | 'returned'>;

const withdraw = '如需修改，请先撤回审签。';
const withdrawEn = 'Withdraw the sign-off first if it has to change.';
const ask = '如需更正，请联系受理科室退回修改。';
const askEn = 'Ask the office to return it if it has to change.';

const words: Readonly<Record<Locked, Readonly<Record<Locale, Words>>>> = {
  signing: {
    'zh-CN': { state: '院内审签中', remedy: withdraw },
    en: { state: 'being signed off', remedy: withdrawEn },
  },
  signed: {
    'zh-CN': { state: '已审签待报送', remedy: withdraw },
    en: { state: 'signed off', remedy: withdrawEn },
  },
  filed: {
    'zh-CN': { state: '已报送待审', remedy: ask },
    en: { state: 'filed, in review', remedy: askEn },
  },
  held: {
    'zh-CN': { state: '已报送（挂起）', remedy: ask },
    en: { state: 'filed, on hold', remedy: askEn },
  },
  accepted: {
    'zh-CN': { state: '审核通过', remedy: '如有错误，请申请更正。' },
    en: { state: 'accepted', remedy: 'Ask for a correction if something is wrong.' },
  },
  exempt: {
    'zh-CN': { state: '免报', remedy: '' },
    en: { state: 'exempt', remedy: '' },
  },
};

/** Says in which state the filing is, and what to do if it has to change all the same. */
export function createNotEditableError(state: SubmissionState, locale: Locale): ProblemError {
  const locked = state === 'due' || state === 'draft' || state === 'returned' ? 'signing' : state;
  return submissionsErrors['submissions.not_editable']({ values: words[locked][locale] });
}
