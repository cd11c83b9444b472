import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '#schema/tables/core.table.ts';
import { signInAttempts } from '#schema/tables/identity.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { createAccounts } from './usecases/create-accounts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const signIn = (
  username: string,
  password = TEST_PASSWORD,
  options: { host?: string; locale?: string } = {},
) =>
  world.visitor(options.host)('/api/auth/sign-in/username', {
    json: { username, password },
    headers: { 'accept-language': options.locale ?? 'zh-CN' },
  });

async function newAccount(username: string): Promise<void> {
  const account = { username, name: '岗位', secret: { password: TEST_PASSWORD } };
  const input = { accounts: [account], actor: testActor };
  await createAccounts({ context: world.site.database, input });
}

async function guess(username: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect((await signIn(username, `wrong-guess-${time}`)).status).toBe(401);
  }
}

describe('a tired administrator who mistypes', () => {
  test('is told in Chinese how many minutes to wait, and the browser how many seconds', async () => {
    await newAccount('tired');
    await guess('tired', 5);
    const locked = await signIn('tired');
    expect(locked.status).toBe(423);
    expect(locked.headers.get('retry-after')).toBe('60');
    expect(locked.json()).toMatchObject({
      code: 'identity.locked',
      title: '连续登录失败次数过多，请 1 分钟后再试，或联系安全管理员重置密码。',
    });
    const english = await signIn('tired', TEST_PASSWORD, { locale: 'en' });
    expect(english.json().title).toMatch(/^Too many failed sign-ins\. Try again in 1 minutes/);
    world.clock.tick(59_000);
    expect((await signIn('tired')).headers.get('retry-after')).toBe('1');
    world.clock.tick(1_000);
    expect((await signIn('tired')).status).toBe(200);
  });

  test('four times and then gets it right starts again from nothing', async () => {
    await newAccount('careful');
    for (let round = 0; round < 3; round += 1) {
      await guess('careful', 4);
      expect((await signIn('careful')).status).toBe(200);
    }
  });

  test('today has a clean sheet tomorrow', async () => {
    await newAccount('tomorrow');
    await guess('tomorrow', 4);
    world.clock.tick(DAY + 1);
    await guess('tomorrow', 4);
    expect((await signIn('tomorrow')).status).toBe(200);
  });
});

describe('somebody who guesses on', () => {
  test('waits twice as long after each guess, up to an hour', async () => {
    await newAccount('besieged');
    await guess('besieged', 4);
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      await guess('besieged', 1);
      const locked = await signIn('besieged');
      const seconds = Number(locked.headers.get('retry-after'));
      waits.push(seconds / 60);
      world.clock.tick(seconds * 1_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('is not helped by the right password while the name is locked, nor does the try count', async () => {
    await newAccount('closed');
    await guess('closed', 5);
    for (let time = 0; time < 6; time += 1) expect((await signIn('closed')).status).toBe(423);
    world.clock.tick(MINUTE);
    expect((await signIn('closed')).status).toBe(200);
  });

  test('locks one name of one tenant: neither a colleague nor the namesake elsewhere', async () => {
    await guess('clerk', 5);
    expect((await signIn('clerk')).status).toBe(423);
    expect((await signIn('checker')).status).toBe(200);
    expect((await signIn('clerk', TEST_PASSWORD, { host: hostOf('xi') })).status).toBe(200);
    world.clock.tick(MINUTE);
  });

  test('gains nothing by spelling the name otherwise', async () => {
    await newAccount('spelled');
    const spellings = ['spelled', 'SPELLED', ' spelled', 'Spelled ', 'sPeLLed'];
    for (const name of spellings) expect((await signIn(name, 'wrong-guess-0')).status).toBe(401);
    expect((await signIn('spelled')).status).toBe(423);
  });

  test('cannot tell a name that exists from one that does not', async () => {
    await newAccount('existing');
    const strip = (text: string) => text.replaceAll(/req_\w+/g, '');
    for (let time = 0; time < 6; time += 1) {
      const [real, invented] = await Promise.all([
        signIn('existing', 'wrong-guess-0'),
        signIn('invented', 'wrong-guess-0'),
      ]);
      expect(strip(invented.text)).toBe(strip(real.text));
      expect(invented.status).toBe(real.status);
    }
  });
});

describe('what stays behind of a failed sign-in', () => {
  test('is a hash of the name, so that a password typed there is not on record', async () => {
    await signIn('My-Secret-Passphrase', 'whatever-it-was');
    const { db } = world.site.database;
    const hash = await hashHex('my-secret-passphrase');
    const kept = await db.select().from(signInAttempts).where(eq(signInAttempts.nameHash, hash));
    expect(kept).toHaveLength(1);
    const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1);
    expect(entry).toMatchObject({ action: 'session.fail', subjectId: hash });
    expect(entry?.body).not.toMatch(/passphrase|whatever/i);
    expect(world.logs.join('\n')).not.toMatch(/passphrase|whatever-it-was/i);
  });

  test('is swept away a day later by the next failure of anybody', async () => {
    await signIn('passer-by', 'wrong-guess-0');
    world.clock.tick(DAY + 1);
    await signIn('somebody-else', 'wrong-guess-0');
    const left = await world.site.database.db.select().from(signInAttempts);
    expect(left.map(({ nameHash }) => nameHash)).toEqual([await hashHex('somebody-else')]);
  });
});
