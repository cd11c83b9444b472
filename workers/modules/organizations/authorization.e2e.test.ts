import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountPage, PasswordReset } from '#schema/contracts/accounts.ts';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import type { Me } from '#schema/contracts/identity.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
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
const unit = (key: string) => world.site.units[key] ?? '';
const reason = '轮岗';
const give = (name: string, json: object, client = security) =>
  client(`/api/accounts/${personOf(name)}/grants`, { json: { reason, ...json } });
const end = (name: string, grantId: string, client = security) =>
  client(`/api/accounts/${personOf(name)}/grants/${grantId}/end`, { json: { reason: '调岗' } });
const reset = (name: string, client = security) =>
  client(`/api/accounts/${personOf(name)}/reset-password`, { json: { reason: '忘记密码' } });
const grantsOf = async (name: string) => {
  const page = (await security(`/api/accounts?search=${name}`)).json<AccountPage>();
  return page.items.find(({ username }) => username === name)?.grants ?? [];
};
const trailOf = async (subject: string) => {
  const auditor = await world.as('audit-admin');
  return (await auditor(`/api/audit/entries?subject=${subject}`)).json<AuditPage>().items;
};
const visitWith = async (username: string, password: string): Promise<TestClient> => {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, username, password);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
};

describe('授予 and 收回', () => {
  test('a post is given with unit and reach, and ends with its reason; both stand in the trail', async () => {
    const reach = { organizationId: unit('bureau'), relation: 'supervision' };
    const given = await give('drafter', { role: 'bureau-reviewer', ...reach });
    expect(given.status).toBe(201);
    const { id } = given.json<{ id: string }>();
    expect(await grantsOf('drafter')).toContainEqual(
      expect.objectContaining({ id, role: 'bureau-reviewer', relation: 'supervision' }),
    );
    expect((await end('drafter', id)).json()).toEqual({ id, ended: true });
    expect((await grantsOf('drafter')).map((grant) => grant.id)).not.toContain(id);
    const trail = await trailOf(id);
    expect(trail.map(({ action, facts, actor }) => [action, facts['reason'], actor.post])).toEqual([
      ['grant.revoke', '调岗', '安全管理员'],
      ['grant.give', reason, '安全管理员'],
    ]);
  });

  test.each([
    ['a hospital’s post without a hospital', { role: 'hospital-head' }, 422],
    ['the operator’s post', { role: 'platform-operator' }, 422],
    ['a role nobody knows', { role: 'root' }, 422],
    [
      'a unit that is not there',
      { role: 'hospital-clerk', organizationId: `org_${'0'.repeat(26)}` },
      404,
    ],
    ['no reason', { role: 'commission-signer', reason: '' }, 422],
  ])('%s is not given', async (_what, json, status) => {
    const before = await grantsOf('signer');
    expect((await give('signer', json)).status).toBe(status);
    expect(await grantsOf('signer')).toEqual(before);
  });

  test('nobody gives or ends the own posts', async () => {
    const own = await give('security-admin', { role: 'commission-signer' });
    expect(own.json().code).toBe('organizations.own_grant');
    const [grant] = await grantsOf('security-admin');
    const ended = await end('security-admin', grant?.id ?? '');
    expect(ended.json().code).toBe('organizations.own_grant');
    expect(await grantsOf('security-admin')).toHaveLength(1);
  });

  test('a post is ended under its own person only', async () => {
    const [grant] = await grantsOf('clerk');
    expect((await end('signer', grant?.id ?? '')).status).toBe(404);
    expect(await grantsOf('clerk')).toHaveLength(1);
  });

  test('the three administrators stay three, and only one of them authorizes', async () => {
    const second = await give('audit-admin', { role: 'security-admin' });
    expect(second.json().code).toBe('organizations.separated_roles');
    for (const name of ['system-admin', 'audit-admin', 'drafter'] as const) {
      const client = await world.as(name);
      expect((await give('clerk', { role: 'commission-signer' }, client)).status).toBe(403);
      expect((await reset('clerk', client)).status).toBe(403);
    }
  });

  test('a repeated command gives one post', async () => {
    const headers = { 'idempotency-key': 'give-once-12' };
    const json = { role: 'commission-checker', reason };
    const path = `/api/accounts/${personOf('head')}/grants`;
    const first = (await security(path, { json, headers })).json<{ id: string }>();
    expect((await security(path, { json, headers })).json()).toEqual(first);
    const checker = (await grantsOf('head')).filter(({ role }) => role === 'commission-checker');
    expect(checker).toHaveLength(1);
    await end('head', first.id);
  });
});

describe('重置密码', () => {
  test('a one-time password opens nothing but the choice of a new one', async () => {
    const before = await world.as('other-clerk');
    const answer = await reset('other-clerk');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { password } = answer.json<PasswordReset>();
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    world.clock.tick(6_000);
    expect((await before('/api/me')).status).toBe(401);
    await expect(visitWith('other-clerk', TEST_PASSWORD)).rejects.toThrow('wrong_credentials');

    const clerk = await visitWith('other-clerk', password);
    expect((await clerk('/api/me')).json<Me>().session.mustChangePassword).toBe(true);
    const barred = await clerk('/api/submissions/mine');
    expect(barred.json()).toMatchObject({ status: 403, code: 'identity.password_change_required' });
    const next = 'Qing-shan-lv-shui-88';
    const change = { json: { current: password, next } };
    expect((await clerk('/api/auth/change-password', change)).status).toBe(200);
    expect((await clerk('/api/me')).json<Me>().session.mustChangePassword).toBe(false);
    expect((await clerk('/api/submissions/mine')).status).toBe(200);
    await expect(visitWith('other-clerk', password)).rejects.toThrow('wrong_credentials');
    await expect(visitWith('other-clerk', next)).resolves.toBeTypeOf('function');
  });

  test('stands in the trail with its reason and without the password', async () => {
    const { password } = (await reset('department')).json<PasswordReset>();
    const [entry] = await trailOf(personOf('department'));
    expect(entry).toMatchObject({
      action: 'account.reset-password',
      facts: { reason: '忘记密码' },
    });
    expect(JSON.stringify(await trailOf(personOf('department')))).not.toContain(password);
  });

  test('is not for the own password', async () => {
    expect((await reset('security-admin')).json().code).toBe('organizations.own_password');
  });
});
