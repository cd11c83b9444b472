const MINUTE = 60_000;

export const IDLE_MS = 30 * MINUTE;
export const WHOLE_MS = 12 * 60 * MINUTE;
/** A session in use is prolonged when this much of its idle time is spent. */
export const PROLONG_AFTER_MS = 5 * MINUTE;
export const MAX_SESSIONS = 3;

const FREE_FAILURES = 5;
const FIRST_LOCK_MS = MINUTE;
const LONGEST_LOCK_MS = 60 * MINUTE;
/** Failures are forgotten after a day without another. */
export const FAILURES_KEPT_MS = 24 * 60 * MINUTE;

/** Locks by number of failures; beyond the last it stays the last. */
export const LOCKS = Array.from({ length: 16 }, (_, failures) => lockAfter(failures));

export type SessionTimes = { readonly idleUntil: number; readonly expiresAt: number };

export function isSessionAlive(times: SessionTimes, now: number): boolean {
  return now < times.idleUntil && now < times.expiresAt;
}

/** The new end of idleness, when it is time to write it. */
export function prolongedUntil(times: SessionTimes, now: number): number | undefined {
  if (times.idleUntil - now > IDLE_MS - PROLONG_AFTER_MS) return undefined;
  const until = Math.min(now + IDLE_MS, times.expiresAt);
  return until > times.idleUntil ? until : undefined;
}

/** How long a name stays locked after so many failures in a row: doubling from the fifth on. */
export function lockAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);
}

/** `__Host-` where TLS is: the browser then refuses a Domain and any other path. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-qingfeng_session' : 'qingfeng_session';
}
