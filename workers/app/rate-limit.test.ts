import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestClock } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createMemoryRateLimiter } from './memory.rate-limiter.driver.ts';
import { callsPerMinute } from './rate-limiter.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

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

describe('who is counted for what', () => {
  const calls: string[] = [];
  const rateLimiter = {
    take: async (rateClass: string, caller: string) => void calls.push(`${rateClass} ${caller}`),
  };
  let world: TestApp;
  beforeAll(async () => {
    world = await createTestApp({ overrides: { rateLimiter, behindProxy: true } });
  });
  afterAll(() => world.close());

  const countedFor = async (call: () => Promise<unknown>) => {
    calls.length = 0;
    await call();
    return calls;
  };
  const address = { 'x-forwarded-for': '10.0.0.9' };

  test('a stranger by address, whatever he reads', async () => {
    const counted = await countedFor(() => world.visitor()('/api/tenant', { headers: address }));
    expect(counted).toEqual([`public ${hostOf('dong')} 10.0.0.9`]);
  });

  test('somebody signed in by the session, reads and writes apart, wherever the line comes from', async () => {
    const cookie = await world.cookieOf('clerk');
    const signed = decodeURIComponent(cookie.split('=')[1] ?? '');
    const token = signed.slice(0, signed.lastIndexOf('.'));
    const ask = (method: string) => () =>
      world.visitor()('/api/me', { method, headers: { ...address, cookie } });
    expect(await countedFor(ask('GET'))).toEqual([`read ${hostOf('dong')} ${token}`]);
    expect(await countedFor(ask('POST'))).toEqual([`write ${hostOf('dong')} ${token}`]);
  });

  test('somebody with a made-up cookie by address, so that a new cookie buys no more calls', async () => {
    const name = (await world.cookieOf('clerk')).split('=')[0] ?? '';
    for (const value of ['made-up', 'made.up', `${'a'.repeat(32)}.${'b'.repeat(43)}%3D`]) {
      const headers = { ...address, cookie: `${name}=${value}` };
      const counted = await countedFor(() => world.visitor()('/api/tenant', { headers }));
      expect(counted).toEqual([`public ${hostOf('dong')} 10.0.0.9`]);
    }
  });

  test('a cookie of another site by address: it is no session here', async () => {
    const cookie = await world.cookieOf('analyst', hostOf('oversight'));
    const headers = { ...address, cookie };
    const counted = await countedFor(() => world.visitor()('/api/tenant', { headers }));
    expect(counted).toEqual([`public ${hostOf('dong')} 10.0.0.9`]);
  });

  test('a sign-in by address even with a session, so that a cookie buys no more guesses', async () => {
    const cookie = await world.cookieOf('clerk');
    const request = { json: {}, headers: { ...address, cookie } };
    const counted = await countedFor(() => world.visitor()('/api/auth/sign-in/username', request));
    expect(counted).toEqual([`sign-in ${hostOf('dong')} 10.0.0.9`]);
  });

  test('the health of the process not at all', async () => {
    expect(await countedFor(() => world.visitor()('/healthz'))).toEqual([]);
  });
});

test.each(['sign-in', 'public', 'write', 'read'] as const)(
  'a flood of %s is stopped',
  async (name) => {
    const limiter = createMemoryRateLimiter(createTestClock());
    const answers: (number | undefined)[] = [];
    for (let call = 0; call <= callsPerMinute[name]; call += 1) {
      answers.push(await limiter.take(name, 'a'));
    }
    expect(answers.slice(0, -1).filter((seconds) => seconds !== undefined)).toEqual([]);
    expect(answers.at(-1)).toBe(60);
  },
);
