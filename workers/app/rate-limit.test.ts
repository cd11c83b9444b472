import { describe, expect, test } from 'vitest';
import { createTestClock } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createMemoryRateLimiter } from './memory.rate-limiter.driver.ts';
import { callsPerMinute } from './rate-limiter.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';

describe('a limit', () => {
  test('lets a minute’s calls pass, then says how long to wait, then starts anew', async () => {
    const clock = createTestClock();
    const limiter = createMemoryRateLimiter(clock);
    const take = () => limiter.take('sign-in', 'a');
    for (let call = 0; call < callsPerMinute['sign-in']; call += 1) {
      expect(await take()).toBeUndefined();
    }
    clock.tick(20_000);
    expect(await take()).toBe(40);
    expect(await limiter.take('sign-in', 'b')).toBeUndefined();
    expect(await limiter.take('public', 'a')).toBeUndefined();
    clock.tick(40_000);
    expect(await take()).toBeUndefined();
  });

  test('is widened for load tests', async () => {
    const limiter = createMemoryRateLimiter(createTestClock(), 2);
    const calls = Array.from({ length: 2 * callsPerMinute['sign-in'] }, () =>
      limiter.take('sign-in', 'a'),
    );
    expect((await Promise.all(calls)).filter(Boolean)).toEqual([]);
    expect(await limiter.take('sign-in', 'a')).toBe(60);
  });
});

test('a flood of one class is answered 429 with the time to wait', async () => {
  const clock = createTestClock();
  const world = await createTestApp({ overrides: { rateLimiter: createMemoryRateLimiter(clock) } });
  const visitor = world.visitor();
  const signIn = () => visitor('/api/auth/sign-in/username', { json: {} });
  for (let call = 0; call < callsPerMinute['sign-in']; call += 1) {
    expect((await signIn()).status).toBe(422);
  }
  const refused = await signIn();
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(refused.json()).toMatchObject({ status: 429, code: 'platform.rate_limited' });
  expect((await visitor('/api/tenant')).status).toBe(200);
  await world.close();
});
