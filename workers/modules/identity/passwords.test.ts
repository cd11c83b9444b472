import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '#schema/tables/core.table.ts';
import { credentials, people } from '#schema/tables/identity.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { hashPassword, verifyPassword } from './password.driver.ts';
import { findPasswordFault } from './passwords.domain.ts';
import { createAccounts } from './usecases/create-accounts.ts';

const GOOD = 'lantian-07-baiyun';

describe('a password made of what everybody in the district knows', () => {
  const words = ['dongquweijian', '东区卫健委', 'clerk01'];
  const year = fc.integer({ min: 1990, max: 2035 }).map(String);
  const sign = fc.constantFrom('', '@', '#', '!', '.', '_', '-', '!!');

  test('is refused, with whatever year and signs around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), sign, year, sign, (word, before, number, after) => {
        const password = `${word}${before}${number}${after}`;
        fc.pre(password.length >= 10);
        expect(findPasswordFault(password, words)).toBe('local');
        expect(findPasswordFault(password.toUpperCase(), words)).toBe('local');
      }),
    );
  });

  test('is fine once something is added that nobody knows', () => {
    expect(findPasswordFault('dongquweijian-lantian-07', words)).toBeUndefined();
  });
});

describe('a password that a finger can walk', () => {
  test.each([
    'qwertyuiop',
    'poiuytrewq',
    'asdfghjklasdf',
    '9876543210',
    'abcdefghij',
    'zyxwvutsrq',
    '12345qwert',
    '!1234567890',
  ])('%s is refused', (password) => {
    expect(['pattern', 'common']).toContain(findPasswordFault(password, []));
  });

  test('or of fewer than five different characters is refused', () => {
    const few = fc.array(fc.constantFrom('a', '7', '#', '云'), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(few, (characters) => {
        expect(['pattern', 'common']).toContain(findPasswordFault(characters.join(''), []));
      }),
    );
  });
});

describe('a stored password', () => {
  test('names its algorithm and cost, and is another each time', async () => {
    const [one, other] = await Promise.all([hashPassword(GOOD), hashPassword(GOOD)]);
    expect(one).toMatch(/^scrypt\$16384\.16\.1\$[\w-]{22}\$[\w-]{86}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword({ hash: other, password: GOOD })).toBe(true);
    expect(await verifyPassword({ hash: one, password: `${GOOD} ` })).toBe(false);
    expect(await verifyPassword({ hash: one, password: GOOD.toUpperCase() })).toBe(false);
  });

  test('is the same on every keyboard: full-width letters are letters', async () => {
    const hash = await hashPassword('ｌａｎｔｉａｎ０７ｙｕｎ');
    expect(await verifyPassword({ hash, password: 'lantian07yun' })).toBe(true);
  });

  test('of another algorithm or cost opens nothing, and says so loudly', async () => {
    for (const hash of ['', 'md5$1$a$b', 'scrypt$1.1.1$AAAA$AAAA', 'scrypt$16384.16.1$$']) {
      await expect(verifyPassword({ hash, password: GOOD })).rejects.toThrow('another algorithm');
    }
  });

  test('that was cut short does not match', async () => {
    const hash = (await hashPassword(GOOD)).slice(0, -4);
    expect(await verifyPassword({ hash, password: GOOD })).toBe(false);
  });
});

describe('accounts that are made', () => {
  let tenant: TestDatabase;
  beforeAll(async () => {
    tenant = await createTestTenant();
  });
  afterAll(() => tenant.close());

  const create = (...list: readonly { username: string; password: string }[]) =>
    createAccounts({
      context: tenant,
      input: {
        accounts: list.map(({ username, password }) => ({
          username,
          name: '填报岗',
          secret: { password },
        })),
        actor: testActor,
        localWords: ['dongquweijian'],
      },
    });
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  test.each([
    ['short', '密码不符合要求：至少 10 个字符。'],
    ['password123', '密码不符合要求：过于常见，容易被猜中。'],
    ['1234567890123', '密码不符合要求：不能是连续或重复的字符。'],
    ['dongquweijian2026', '密码不符合要求：不能由单位名称、用户名或年份组成。'],
    ['nurse-one2026', '密码不符合要求：不能由单位名称、用户名或年份组成。'],
    ['x1y2z3'.repeat(30), '密码不符合要求：最多 128 个字符。'],
  ])('with %s are refused in words that help', async (password, title) => {
    const error = await refusalOf(create({ username: 'nurse-one', password }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error instanceof ProblemError && error.title('zh-CN')).toBe(title);
  });

  test('together are made all or none, and the names that stand in the audit have no password', async () => {
    const taken = refusalOf(
      create({ username: 'one', password: GOOD }, { username: 'one', password: GOOD }),
    );
    expect(await taken).toMatchObject({ code: 'identity.username_taken' });
    expect(await tenant.db.select().from(people)).toEqual([]);
    const made = await create(
      { username: 'one', password: GOOD },
      { username: 'two', password: GOOD },
    );
    expect(made.map(({ username }) => username)).toEqual(['one', 'two']);
    const bodies = (await tenant.db.select().from(auditEntries)).map(({ body }) => body).join();
    expect(bodies).toContain('account.create');
    expect(bodies).not.toMatch(/lantian|scrypt/);
  });

  test('keep their password as a hash only, beside the person', async () => {
    const stored = await tenant.db.select().from(credentials);
    expect(stored.length).toBe(2);
    for (const { password } of stored) {
      expect(password).toMatch(/^scrypt\$/);
      expect(await verifyPassword({ hash: password ?? '', password: GOOD })).toBe(true);
    }
  });

  test.each(['', 'a', 'has space', '名字', 'x'.repeat(61), 'a;drop'])(
    'are not named %j',
    async (username) => {
      const error = await refusalOf(create({ username, password: GOOD }));
      expect(error).toMatchObject({ name: 'ValiError' });
    },
  );
});
