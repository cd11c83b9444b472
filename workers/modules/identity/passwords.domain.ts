import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#schema/contracts/identity.ts';
import { commonPasswords, commonWords } from './common-passwords.domain.ts';

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'pattern' | 'local';

/** What is wrong, in the two languages. */
export const faultWords: Readonly<Record<PasswordFault, { 'zh-CN': string; en: string }>> = {
  too_short: { 'zh-CN': '至少 10 个字符。', en: 'At least 10 characters.' },
  too_long: { 'zh-CN': '最多 128 个字符。', en: 'At most 128 characters.' },
  common: { 'zh-CN': '过于常见，容易被猜中。', en: 'Too common, easily guessed.' },
  pattern: {
    'zh-CN': '不能是连续或重复的字符。',
    en: 'Not a run of neighbouring or repeated characters.',
  },
  local: {
    'zh-CN': '不能由单位名称、用户名或年份组成。',
    en: 'Not made of the unit’s name, the user name or a year.',
  },
};

/** What is wrong with a password; `localWords` are the unit's names and the user's own. */
export function findPasswordFault(
  password: string,
  localWords: readonly string[],
): PasswordFault | undefined {
  if (password.length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (password.length > PASSWORD_MAX_LENGTH) return 'too_long';
  const plain = password.toLowerCase();
  if (commonPasswords.has(plain)) return 'common';
  if (new Set(plain).size < 5 || isRun(plain)) return 'pattern';
  const core = plain.replaceAll(/[^a-z\p{Script=Han}]/gu, '');
  if (commonWords.has(core)) return 'common';
  const locals = localWords.map((word) => word.toLowerCase()).filter((word) => word.length >= 2);
  const rest = locals.reduce((text, word) => text.replaceAll(word, ''), plain);
  const isLocal = rest.length !== plain.length && isTrivialRest(rest);
  return isLocal ? 'local' : undefined;
}

/** What is left beside the unit's name: a year, a few figures and signs guess easily. */
function isTrivialRest(rest: string): boolean {
  return rest.replaceAll(/[\d\W_]/g, '').length < 4;
}

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether the whole password is made of runs along the alphabet, the figures or the keyboard. */
function isRun(password: string): boolean {
  const pieces = password.match(/[a-z]+|\d+/g) ?? [];
  if (pieces.join('').length < password.length - 2) return false;
  return pieces.every((piece) => RUNS.some((run) => isAlong(piece, run)));
}

function isAlong(piece: string, run: string): boolean {
  const twice = run + run;
  return twice.includes(piece) || [...twice].reverse().join('').includes(piece);
}
