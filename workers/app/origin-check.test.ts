import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createErrorHandler } from '#workers/platform/http/error-handler.ts';
import { createIds } from '#workers/platform/ids.ts';
import { createLogger } from '#workers/platform/logger.ts';
import type { RootEnv } from './app-env.ts';
import { checkOrigin, isUnsafe, originOf } from './origin-check.ts';
import { learnRequest } from './request-facts.ts';

const app = new Hono<RootEnv>();
app.onError(createErrorHandler(createLogger(() => {})));
app.use(learnRequest({ ids: createIds() }), checkOrigin);
app.all('*', (c) => c.text('done'));

const ask = async (method: string, headers: Record<string, string>, scheme = 'http') =>
  (await app.request(`${scheme}://dong.example.cn:8787/api/x`, { method, headers })).status;
const own = 'http://dong.example.cn:8787';

describe('a method that changes something', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s needs the host’s own origin',
    async (method) => {
      expect(isUnsafe(method)).toBe(true);
      expect(await ask(method, { origin: own })).toBe(200);
      expect(await ask(method, {})).toBe(403);
    },
  );

  test.each([
    'null',
    '',
    'http://dong.example.cn',
    'http://dong.example.cn:8788',
    'https://dong.example.cn:8787',
    'http://xi.example.cn:8787',
    'http://example.cn:8787',
    'http://dong.example.cn:8787.evil.org',
    'http://evil.org/?http://dong.example.cn:8787',
    'http://dong.example.cn:8787/',
    'HTTP://DONG.EXAMPLE.CN:8787',
  ])('from %j is refused', async (origin) => {
    expect(await ask('POST', { origin })).toBe(403);
  });

  test('a form of another site that sends a referer only is refused', async () => {
    expect(await ask('POST', { referer: `${own}/tasks` })).toBe(403);
  });

  test('behind TLS the origin is the one the browser sees', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    expect(await ask('POST', { ...headers, origin: own })).toBe(403);
    expect(await ask('POST', { ...headers, origin: own.replace('http', 'https') })).toBe(200);
  });
});

test.each(['GET', 'HEAD', 'OPTIONS'])(
  '%s changes nothing and may come from anywhere',
  async (method) => {
    expect(isUnsafe(method)).toBe(false);
    expect(await ask(method, { origin: 'http://evil.org' })).toBe(200);
  },
);

test('an origin is scheme and host, port included', () => {
  expect(originOf({ secure: true, host: 'dong.example.cn' })).toBe('https://dong.example.cn');
  expect(originOf({ secure: false, host: 'dong.localhost:8787' })).toBe(
    'http://dong.localhost:8787',
  );
});
