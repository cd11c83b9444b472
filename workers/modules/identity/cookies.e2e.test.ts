import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessions } from '#schema/tables/identity.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const at = (scheme: 'http' | 'https', label: string, cookie?: string) =>
  createTestClient({
    fetch: (request) => world.app.fetch(request),
    origin: `${scheme}://${hostOf(label)}`,
    cookie,
  });
const me = async (client: ReturnType<typeof at>) => (await client('/api/me')).status;

describe('a cookie belongs to one host', () => {
  test.each([
    ['drafter', 'dong', 'xi'],
    ['drafter', 'xi', 'dong'],
    ['drafter', 'dong', 'oversight'],
    ['drafter', 'dong', 'platform'],
    ['analyst', 'oversight', 'platform'],
    ['operator', 'platform', 'oversight'],
    ['analyst', 'oversight', 'dong'],
    ['operator', 'platform', 'dong'],
  ])('%s’s of %s is none at %s', async (name, home, elsewhere) => {
    const cookie = await signInForCookie(at('http', home), name, TEST_PASSWORD);
    expect(await me(at('http', home, cookie))).toBe(200);
    expect(await me(at('http', elsewhere, cookie))).toBe(401);
  });

  test('a copied session row opens nothing either: the other host signs with another secret', async () => {
    const cookie = await signInForCookie(at('http', 'dong'), 'signer', TEST_PASSWORD);
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    const [row] = await world.site.database.db
      .select()
      .from(sessions)
      .where(eq(sessions.token, token));
    expect(row).toBeDefined();
    const unsigned = `qingfeng_session=${token}`;
    expect(await me(at('http', 'dong', unsigned))).toBe(401);
  });
});

describe('under TLS', () => {
  test('only the cookie with the __Host- prefix counts', async () => {
    const cookie = await signInForCookie(at('https', 'dong'), 'checker', TEST_PASSWORD);
    expect(cookie).toMatch(/^__Host-qingfeng_session=/);
    expect(await me(at('https', 'dong', cookie))).toBe(200);
    const bare = cookie.replace('__Host-', '');
    expect(await me(at('https', 'dong', bare))).toBe(401);
  });

  test('a cookie set over an open line is none, and the other way round', async () => {
    const open = await signInForCookie(at('http', 'dong'), 'checker', TEST_PASSWORD);
    const closed = await signInForCookie(at('https', 'dong'), 'checker', TEST_PASSWORD);
    expect(await me(at('https', 'dong', open))).toBe(401);
    expect(await me(at('http', 'dong', closed))).toBe(401);
  });

  test('a proxy that ends TLS says so, and the cookie is made for it', async () => {
    const json = { username: 'checker', password: TEST_PASSWORD };
    const origin = `https://${hostOf('dong')}`;
    const headers = { origin, 'x-forwarded-proto': 'https' };
    const answer = await at('http', 'dong')('/api/auth/sign-in/username', { json, headers });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-.*; Secure/i);
  });
});

describe('what the browser is told', () => {
  test('names no domain, the whole site as path, and twelve hours', async () => {
    const json = { username: 'checker', password: TEST_PASSWORD };
    const answer = await at('https', 'dong')('/api/auth/sign-in/username', { json });
    const attributes = (answer.headers.getSetCookie()[0] ?? '')
      .split('; ')
      .slice(1)
      .map((part) => part.toLowerCase())
      .toSorted();
    expect(attributes).toEqual(['httponly', 'max-age=43200', 'path=/', 'samesite=lax', 'secure']);
    expect(answer.text).toBe('{"done":true}');
  });

  test('a sign-in that fails sets no cookie', async () => {
    const json = { username: 'checker', password: 'not-the-password' };
    const answer = await at('https', 'dong')('/api/auth/sign-in/username', { json });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('signing out clears it, twice too, and without a session does no harm', async () => {
    const cookie = await signInForCookie(at('http', 'dong'), 'head', TEST_PASSWORD);
    for (const client of [
      at('http', 'dong', cookie),
      at('http', 'dong', cookie),
      at('http', 'dong'),
    ]) {
      const answer = await client('/api/auth/sign-out', { json: {} });
      expect(answer.status).toBe(200);
    }
    expect(await me(at('http', 'dong', cookie))).toBe(401);
  });

  test('rubbish in place of a cookie is no session and no error', async () => {
    for (const value of ['', '.', 'a.b', '%E0%A4%A', 'x'.repeat(4000), "' or 1=1--"]) {
      expect(await me(at('http', 'dong', `qingfeng_session=${value}`))).toBe(401);
    }
  });
});
