import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountOpened, AccountPage } from '#schema/contracts/accounts.ts';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';

let world: TestApp;
let system: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  system = await world.as('system-admin');
});
afterAll(() => world.close());

const unit = (key: string) => world.site.units[key] ?? '';
const open = (json: object, client = system) => client('/api/accounts', { json });
const opened = async (username: string) => {
  const post = '行风办填报岗';
  const answer = await open({ username, post, organizationId: unit('hospital') });
  expect(answer.status).toBe(201);
  return answer.json<AccountOpened>();
};
const visitWith = async ({ username, password }: AccountOpened): Promise<TestClient> => {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, username, password);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
};

describe('开设账号', () => {
  test('gives a one-time password that is good for choosing the own one, and no permission', async () => {
    const account = await opened('first-hospital.clerk');
    const mine = '/api/submissions/mine';
    expect((await (await visitWith(account))(mine)).status).toBe(403);
    const security = await world.as('security-admin');
    const granted = await security(`/api/accounts/${account.id}/grants`, {
      json: { role: 'hospital-clerk', organizationId: unit('hospital'), reason: '新任联络员' },
    });
    expect(granted.status).toBe(201);
    const person = await visitWith(account);
    expect((await person(mine)).json().code).toBe('identity.password_change_required');
    const next = '东区-own-password-31';
    const change = { json: { current: account.password, next } };
    expect((await person('/api/auth/change-password', change)).status).toBe(200);
    expect((await (await visitWith({ ...account, password: next }))(mine)).status).toBe(200);
  });

  test('stands in the list with post and unit, and in the trail without the password', async () => {
    const { id, username, password } = await opened('second.clerk');
    const { items } = (await system(`/api/accounts?search=${username}`)).json<AccountPage>();
    expect(items).toMatchObject([
      { id, post: '行风办填报岗', organization: { id: unit('hospital') }, grants: [] },
    ]);
    const auditor = await world.as('audit-admin');
    const trail = await auditor(`/api/audit/entries?subject=${id}`);
    expect(trail.json<AuditPage>().items[0]).toMatchObject({
      action: 'account.create',
      actor: { post: '系统管理员' },
    });
    expect(trail.text).not.toContain(password);
  });

  test('refuses a name that is taken, a unit that is not there, and says what is wrong', async () => {
    await opened('third.clerk');
    const again = await open({ username: 'third.clerk', post: '填报岗' });
    expect([again.status, again.json().code]).toEqual([409, 'identity.username_taken']);
    const nowhere = await open({
      username: 'fourth.clerk',
      post: '填报岗',
      organizationId: `org_${'0'.repeat(26)}`,
    });
    expect([nowhere.status, nowhere.json().code]).toEqual([404, 'organizations.not_found']);
    const wrong = await open({ username: '张三', post: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.json().errors?.map(({ path }) => path)).toEqual(['/username', '/post']);
  });

  test('is for the system administrator alone: who authorizes does not open accounts', async () => {
    for (const name of ['security-admin', 'audit-admin', 'drafter', 'clerk'] as const) {
      const answer = await open({ username: 'puppet', post: '填报岗' }, await world.as(name));
      expect(answer.status).toBe(403);
    }
    expect((await world.visitor()('/api/accounts', { json: {} })).status).toBe(401);
  });
});
