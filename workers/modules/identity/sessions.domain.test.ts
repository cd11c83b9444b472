import { describe, expect, test } from 'vitest';
import {
  IDLE_MS,
  WHOLE_MS,
  isSessionAlive,
  lockAfter,
  prolongedUntil,
  sessionCookieName,
} from './sessions.domain.ts';

const MINUTE = 60_000;
const fresh = { idleUntil: IDLE_MS, expiresAt: WHOLE_MS };

describe('a session', () => {
  test('ends after 30 minutes without use and after 12 hours with it', () => {
    expect(isSessionAlive(fresh, IDLE_MS - 1)).toBe(true);
    expect(isSessionAlive(fresh, IDLE_MS)).toBe(false);
    const busy = { idleUntil: WHOLE_MS + IDLE_MS, expiresAt: WHOLE_MS };
    expect(isSessionAlive(busy, WHOLE_MS)).toBe(false);
  });

  test('in use is prolonged, but not with every request and never beyond its whole', () => {
    expect(prolongedUntil(fresh, 4 * MINUTE)).toBeUndefined();
    expect(prolongedUntil(fresh, 6 * MINUTE)).toBe(36 * MINUTE);
    const late = { idleUntil: WHOLE_MS - 20 * MINUTE, expiresAt: WHOLE_MS };
    expect(prolongedUntil(late, WHOLE_MS - 25 * MINUTE)).toBe(WHOLE_MS);
  });
});

test('failures lock from the fifth on, each longer than the last, at most an hour', () => {
  expect([0, 1, 4].map(lockAfter)).toEqual([0, 0, 0]);
  expect([5, 6, 7, 8].map(lockAfter)).toEqual([1, 2, 4, 8].map((minutes) => minutes * MINUTE));
  expect(lockAfter(40)).toBe(60 * MINUTE);
});

test('under TLS the browser is told to keep the cookie to this host', () => {
  expect(sessionCookieName(true)).toMatch(/^__Host-/);
  expect(sessionCookieName(false)).not.toMatch(/^__/);
});
