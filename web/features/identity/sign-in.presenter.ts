import { t } from '#web/shared/i18n.ts';
import { NetworkError, ProblemError } from '#web/shared/problem.ts';

const lockCodes = new Set(['identity.locked', 'identity.account-locked', 'auth.locked']);

const isLocked = (problem: ProblemError) =>
  problem.status === 429 || problem.status === 423 || lockCodes.has(problem.code);

/** What the sign-in page says when it did not work; never which of the two was wrong. */
export const explainSignInFailure = (error: unknown): string => {
  if (error instanceof NetworkError) return t('kit.load-failed-next');
  if (!(error instanceof ProblemError)) return t('kit.load-failed');
  if (isLocked(error)) {
    if (error.retryAfter === undefined) return t('sign-in.locked-unknown');
    return t('sign-in.locked', { minutes: Math.max(1, Math.ceil(error.retryAfter / 60)) });
  }
  if ([400, 401, 403, 422].includes(error.status)) return error.title || t('sign-in.wrong');
  return error.title || t('kit.load-failed-next');
};

/** Only an address of this host may follow a sign-in. */
export const safeReturn = (wanted: string | undefined): string | undefined => {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return undefined;
  if (wanted.includes('\\') || /^\/(console\/)?sign-in/.test(wanted)) return undefined;
  return wanted;
};
