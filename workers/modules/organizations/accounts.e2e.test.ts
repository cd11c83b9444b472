import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountPage } from '#schema/contracts/accounts.ts';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';

let world: TestApp;
let security: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  security = await world.as('security-admin');
});
afterAll(() => world.close());

const personOf = (name: string) => world.site.people[name] ?? '';
const list = async (query = '') => (await security(`/api/accounts${query}`)).json<AccountPage>();
const accountOf = async (name: string) =>
  (await list(`?search=${name}`)).items.find(({ username }) => username === name);
const move = (name: string, verb: 'disable' | 'enable', reason = '调离岗位') =>
  security(`/api/accounts/${personOf(name)}/${verb}`, { json: { reason } });
const signIn = (username: string, password: string) =>
  world.visitor()('/api/auth/sign-in/username', { json: { username, password } });

describe('the list of accounts', () => {
  test('goes on by user name, page after page, nobody twice', async () => {
    const names: (string | null)[] = [];
    let cursor = '';
    do {
      const page = await list(`?limit=4${cursor && `&cursor=${cursor}`}`);
      names.push(...page.items.map(({ username }) => username));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(names).toEqual(Object.keys(world.site.people).toSorted());
  });

  test('says post, unit and how far each post reaches', async () => {
    expect(await accountOf('reviewer')).toMatchObject({
      post: '医政科审核岗',
      organization: { id: world.site.units['bureau'], name: '东区卫生健康局' },
      grants: [
        {
          role: 'bureau-reviewer',
          relation: 'supervision',
          organization: { name: '东区卫生健康局' },
          to: null,
        },
      ],
      disabledAt: null,
      lockedUntil: null,
      lastSessionAt: null,
    });
  });

  test('says when somebody signed in last', async () => {
    const at = world.clock.now();
    await world.as('drafter');
    expect((await accountOf('drafter'))?.lastSessionAt).toBe(at);
  });

  test('says until when a name is locked, and only while it is', async () => {
    for (let failure = 0; failure < 5; failure += 1) await signIn('department', 'wrong-password');
    const lockedUntil = (await accountOf('department'))?.lockedUntil ?? 0;
    expect(lockedUntil).toBeGreaterThan(world.clock.now());
    world.clock.tick(lockedUntil - world.clock.now());
    expect((await accountOf('department'))?.lockedUntil).toBeNull();
  });

  test('is no list of personal names', async () => {
    const answer = await security('/api/accounts?limit=200');
    expect(answer.json<{ items: object[] }>().items.every((each) => !('name' in each))).toBe(true);
  });
});

describe('停用 and 启用', () => {
  test('a disabled account cannot sign in until it is enabled; both stand in the trail', async () => {
    const disabled = await move('head', 'disable', '已退休');
    expect(disabled.json()).toEqual({ id: personOf('head'), disabled: true });
    expect((await signIn('head', TEST_PASSWORD)).status).toBe(401);
    expect((await accountOf('head'))?.disabledAt).toBe(world.clock.now());
    expect((await move('head', 'enable', '返聘')).status).toBe(200);
    expect((await signIn('head', TEST_PASSWORD)).status).toBe(200);
    const auditor = await world.as('audit-admin');
    const trail = await auditor(`/api/audit/entries?subject=${personOf('head')}`);
    const moves = trail.json<AuditPage>().items.filter(({ action }) => action.endsWith('able'));
    expect(moves.map(({ action, facts, actor }) => [action, facts['reason'], actor.post])).toEqual([
      ['account.enable', '返聘', '安全管理员'],
      ['account.disable', '已退休', '安全管理员'],
    ]);
  });

  test('a repeated command gets the first answer again', async () => {
    const request = { json: { reason: '调离' }, headers: { 'idempotency-key': 'disable-once-1' } };
    const path = `/api/accounts/${personOf('other-clerk')}/disable`;
    const first = await security(path, request);
    expect([first.status, (await security(path, request)).status]).toEqual([200, 200]);
    expect((await move('other-clerk', 'disable')).json().code).toBe('identity.unknown_person');
  });

  test('nobody disables the own account, and a reason is asked for', async () => {
    expect((await move('security-admin', 'disable')).json().code).toBe('organizations.own_account');
    const silent = await move('clerk', 'disable', ' ');
    expect(silent.status).toBe(422);
    expect(silent.json().errors?.[0]).toMatchObject({ path: '/reason' });
  });
});
