import { count, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#schema/contracts/identity.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { sessions } from '#schema/tables/identity.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts } from './usecases/create-accounts.ts';
import { disableAccount } from './usecases/disable-account.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const signIn = (username: string, password: string, host?: string) =>
  world.visitor(host)('/api/auth/sign-in/username', { json: { username, password } });

async function newAccount(username: string): Promise<string> {
  const input = {
    accounts: [{ username, name: '岗位', secret: { password: TEST_PASSWORD } }],
    actor: testActor,
  };
  const [account] = await createAccounts({ context: world.site.database, input });
  return account?.personId ?? '';
}

const cookieFrom = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

function withCookie(cookie: string, host = hostOf('dong')) {
  return createTestClient({
    fetch: (request) => world.app.fetch(request),
    origin: `http://${host}`,
    cookie,
  });
}

const lastEntries = async (limit: number) =>
  (
    await world.site.database.db
      .select({ action: auditEntries.action, body: auditEntries.body })
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(limit)
  ).toReversed();

describe('signing in', () => {
  test('sets a cookie of this host alone, that scripts cannot read', async () => {
    const { headers } = await signIn('clerk', TEST_PASSWORD);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^qingfeng_session=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test('under TLS carries the __Host- prefix and Secure', async () => {
    const client = createTestClient({
      fetch: (request) => world.app.fetch(request),
      origin: `https://${hostOf('dong')}`,
    });
    const json = { username: 'clerk', password: TEST_PASSWORD };
    const { headers } = await client('/api/auth/sign-in/username', { json });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-qingfeng_session=/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(cookie).not.toMatch(/Domain/i);
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  test('the name may be typed in capitals; success and failure stand in the audit', async () => {
    expect((await signIn('CLERK', TEST_PASSWORD)).status).toBe(200);
    const actions = (await lastEntries(2)).map(({ action }) => action);
    expect(actions).toEqual(['session.create', 'session.revoke']);
    expect((await signIn('clerk', 'wrong-password')).status).toBe(401);
    const [failure] = await lastEntries(1);
    expect(failure?.action).toBe('session.fail');
    expect(failure?.body).not.toContain('wrong-password');
  });

  test('a wrong password and an unknown name are told alike', async () => {
    const wrong = await signIn('checker', 'not-the-password');
    const unknown = await signIn('nobody-here', 'not-the-password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.json().title).toBe(unknown.json().title);
    expect(wrong.json().code).toBe('identity.wrong_credentials');
  });

  test('empty fields are 422, each with what to do', async () => {
    const answer = await signIn('', '');
    expect(answer.status).toBe(422);
    expect(answer.json().errors?.map(({ message }) => message)).toEqual([
      '请填写用户名。',
      '请填写密码。',
    ]);
  });

  test('nobody signs up over HTTP', async () => {
    const json = { username: 'intruder', password: TEST_PASSWORD, email: 'a@b.c', name: 'x' };
    const answer = await world.visitor()('/api/auth/sign-up/email', { json });
    expect(answer.status).toBe(404);
  });
});

describe('guessing', () => {
  test('locks the name from the fifth failure on, whether it exists or not', async () => {
    await newAccount('target');
    for (const username of ['target', 'no-such-name']) {
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        expect((await signIn(username, `guess-${attempt}-guess`)).status).toBe(401);
      }
      const locked = await signIn(username, TEST_PASSWORD);
      expect(locked.status).toBe(423);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    world.clock.tick(61_000);
    expect((await signIn('target', TEST_PASSWORD)).status).toBe(200);
  });

  test('many guesses at once are all counted', async () => {
    await newAccount('crowded');
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => signIn('crowded', `guess-${index}-guess`)),
    );
    expect((await signIn('crowded', TEST_PASSWORD)).status).toBe(423);
  });
});

describe('a session', () => {
  test('of another tenant is none here', async () => {
    const { headers } = await signIn('clerk', TEST_PASSWORD, hostOf('xi'));
    const cookie = cookieFrom(headers);
    expect((await withCookie(cookie, hostOf('xi'))('/api/me')).status).toBe(200);
    expect((await withCookie(cookie)('/api/me')).status).toBe(401);
  });

  test('whose cookie was altered is none', async () => {
    const cookie = cookieFrom((await signIn('clerk', TEST_PASSWORD)).headers);
    const altered = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
    expect((await withCookie(altered)('/api/me')).status).toBe(401);
  });

  test('ends with sign-out', async () => {
    const client = withCookie(cookieFrom((await signIn('clerk', TEST_PASSWORD)).headers));
    expect((await client('/api/me')).status).toBe(200);
    const out = await client('/api/auth/sign-out', { json: {} });
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/i);
    expect((await client('/api/me')).status).toBe(401);
  });

  test('is one of at most three: the oldest ends', async () => {
    const personId = await newAccount('busy');
    const cookies: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      world.clock.tick(1_000);
      cookies.push(cookieFrom((await signIn('busy', TEST_PASSWORD)).headers));
    }
    const { db } = world.site.database;
    const [row] = await db
      .select({ total: count() })
      .from(sessions)
      .where(eq(sessions.userId, personId));
    expect(row?.total).toBe(3);
    expect((await withCookie(cookies[0] ?? '')('/api/me')).status).toBe(401);
    expect((await withCookie(cookies[3] ?? '')('/api/me')).status).toBe(200);
  });

  test('in use goes on, unused ends after half an hour, and ends after twelve hours anyway', async () => {
    const client = withCookie(cookieFrom((await signIn('signer', TEST_PASSWORD)).headers));
    const first = (await client('/api/auth/get-session')).json<SessionAnswer>();
    for (let turn = 0; turn < 35; turn += 1) {
      world.clock.tick(20 * 60_000);
      expect((await client('/api/auth/get-session')).status).toBe(200);
    }
    world.clock.set(first.expiresAt);
    expect((await client('/api/auth/get-session')).status).toBe(401);
    const idle = withCookie(cookieFrom((await signIn('signer', TEST_PASSWORD)).headers));
    world.clock.tick(30 * 60_000);
    expect((await idle('/api/auth/get-session')).status).toBe(401);
  });
});

describe('a disabled account', () => {
  test('cannot sign in, and its sessions are over', async () => {
    const personId = await newAccount('leaver');
    const client = withCookie(cookieFrom((await signIn('leaver', TEST_PASSWORD)).headers));
    expect((await client('/api/me')).status).toBe(200);
    const input = { personId, reason: '离职', actor: testActor };
    await disableAccount({ context: world.site.database, input });
    world.clock.tick(5_001);
    expect((await client('/api/me')).status).toBe(401);
    const answer = await signIn('leaver', TEST_PASSWORD);
    expect(answer.json().code).toBe('identity.wrong_credentials');
    const again = disableAccount({ context: world.site.database, input });
    await expect(again).rejects.toThrow('identity.unknown_person');
  });
});

describe('an account', () => {
  test('needs a name of its own and a password worth the name', async () => {
    await newAccount('unique');
    await expect(newAccount('unique')).rejects.toThrow('identity.username_taken');
    const input = {
      accounts: [{ username: 'weak', name: '岗位', secret: { password: 'weak@202607' } }],
      actor: testActor,
    };
    const weak = createAccounts({ context: world.site.database, input });
    await expect(weak).rejects.toThrow('identity.weak_password');
  });
});
