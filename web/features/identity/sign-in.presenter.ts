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

/**
 * What a first sign-in link brings, `#first=drafter:abcd-efgh-jkmn`: it stands behind the `#`, so that no
 * server and no log ever reads it.
 */
export const readFirstSignIn = (
  hash: string,
): { username: string; password: string } | undefined => {
  const found = /^#first=([a-z0-9][a-z0-9._-]{2,59}):([a-z0-9-]{8,60})$/u.exec(hash);
  const [, username, password] = found ?? [];
  return username === undefined || password === undefined ? undefined : { username, password };
};

/** Only an address of this host may follow a sign-in. */
export const safeReturn = (wanted: string | undefined): string | undefined => {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return undefined;
  if (wanted.includes('\\') || /^\/(console\/)?sign-in/.test(wanted)) return undefined;
  return wanted;
};
