import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#workers/platform/database/database.errors.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import { createTestClient } from './testing/test-client.fixtures.ts';
import type { TestAnswer } from './testing/test-client.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({
    overrides: {
      serveAsset: async (_request, path) =>
        path.endsWith('.html')
          ? new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
          : undefined,
    },
  });
});
afterAll(() => world.close());

const big = 'x'.repeat(1_100_000);
const json = { 'content-type': 'application/json' };
const answers: readonly (readonly [string, number, () => Promise<TestAnswer>])[] = [
  ['a page', 200, () => world.visitor()('/tasks')],
  ['a page of the console', 200, () => world.visitor()('/console/campaigns')],
  ['data', 200, async () => (await world.as('clerk'))('/api/me')],
  ['a stylesheet', 200, () => world.visitor()('/api/tenant/theme.css')],
  ['the description of the API', 200, () => world.visitor()('/api/openapi.json')],
  ['the health of the process', 200, () => world.visitor()('/healthz')],
  ['a sign-in', 200, () => signIn('clerk', 'Lan-tian-07-bai-yun')],
  ['a failed sign-in', 401, () => signIn('clerk', 'wrong-password')],
  ['no session', 401, () => world.visitor()('/api/me')],
  ['no permission', 403, async () => (await world.as('audit-admin'))('/api/editions')],
  ['another origin', 403, () => post('{}', { ...json, origin: 'http://evil.example' })],
  ['an address of nothing', 404, () => world.visitor()('/api/nothing')],
  ['a file of nothing', 404, () => world.visitor()('/assets/none.js')],
  ['an unknown host', 404, () => world.visitor(hostOf('nowhere'))('/')],
  ['a body too large', 413, () => post(big, json)],
  ['a body that is none', 400, () => post('{', json)],
  ['fields that are wrong', 422, () => post('{}', json)],
];
const signIn = (username: string, password: string) =>
  world.visitor()('/api/auth/sign-in/username', { json: { username, password } });
const post = (body: string, headers: Record<string, string>) =>
  world.visitor()('/api/auth/sign-in/username', { method: 'POST', body, headers });

function expectSecured({ headers }: TestAnswer): void {
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  expect(policy).toMatchObject({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-request-id')).toMatch(/^req_/);
}

describe('every kind of answer is guarded alike', () => {
  test.each(answers)('%s (%i)', async (_kind, status, call) => {
    const answer = await call();
    expectSecured(answer);
    expect(`${answer.status} ${answer.status === status ? '' : answer.text}`.trim()).toBe(
      String(status),
    );
  });

  test('and where the database is away', async () => {
    const lost = await createTestApp({
      overrides: {
        openDatabase: () => {
          throw new DatabaseUnavailableError('away');
        },
      },
    });
    const answer = await lost.visitor()('/api/me');
    expect(answer.status).toBe(503);
    expectSecured(answer);
    await lost.close();
  });

  test('problems and what a session sees stay in no cache', async () => {
    const clerk = await world.as('clerk');
    expect((await clerk('/api/me')).headers.get('cache-control')).toBe('no-store');
    expect((await world.visitor()('/api/me')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('strict transport', () => {
  const at = (origin: string, headers: Record<string, string> = {}) =>
    createTestClient({ fetch: (request) => world.app.fetch(request), origin })('/api/tenant', {
      headers,
    });
  const strict = (answer: TestAnswer) => answer.headers.get('strict-transport-security');

  test('is asked for under TLS for two years, and not over an open line', async () => {
    expect(strict(await at(`https://${hostOf('dong')}`))).toBe(
      'max-age=63072000; includeSubDomains',
    );
    expect(strict(await at(`http://${hostOf('dong')}`))).toBeNull();
  });

  test('is asked for where a proxy ends TLS', async () => {
    const answer = await at(`http://${hostOf('dong')}`, { 'x-forwarded-proto': 'https' });
    expect(strict(answer)).toContain('max-age=');
  });
});
