import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#schema/contracts/identity.ts';
import { commonPasswords, commonWords } from './common-passwords.domain.ts';

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'pattern' | 'local';

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
