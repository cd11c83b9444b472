import { t } from '#web/shared/i18n.ts';
import { ProblemError } from '#web/shared/problem.ts';

const isLocked = ({ status }: ProblemError) => status === 423 || status === 429;

const explainLock = ({ retryAfter }: ProblemError): string =>
  retryAfter === undefined
    ? t('sign-in.locked-unknown')
    : t('sign-in.locked', { minutes: Math.max(1, Math.ceil(retryAfter / 60)) });

/** What the sign-in page says when it did not work: the server's own words where it has any. */
export const explainSignInFailure = (error: unknown): string => {
  if (!(error instanceof ProblemError)) return t('kit.load-failed-next');
  if (error.title) return error.title;
  if (isLocked(error)) return explainLock(error);
  return error.status === 401 ? t('sign-in.wrong') : t('kit.load-failed-next');
};

/** Only an address of this host may follow a sign-in. */
export const safeReturn = (wanted: string | undefined): string | undefined => {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return undefined;
  if (wanted.includes('\\') || /^\/(console\/)?sign-in/.test(wanted)) return undefined;
  return wanted;
};
