import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { listGrantsOf } from './grants.repository.ts';

let world: TestApp;
let security: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  security = await world.as('security-admin');
});
afterAll(() => world.close());

const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;
const personOf = (name: CastName) => world.site.people[name] ?? '';
const rolesOf = async (id: string) =>
  (await listGrantsOf(world.site.database.db, [id])).map(({ role }) => role);
const newcomer = async (username: string) => {
  const system = await world.as('system-admin');
  const answer = await system('/api/accounts', { json: { username, post: '管理岗' } });
  return answer.json<{ id: string }>().id;
};
const give = (id: string, json: object) =>
  security(`/api/accounts/${id}/grants`, { json: { reason: '新任', ...json } });

describe('of the three administrators', () => {
  test('nobody holds two, whoever asks first and even when both are given at once', async () => {
    const id = await newcomer('fresh.admin');
    const both = await Promise.all([
      give(id, { role: 'system-admin' }),
      give(id, { role: 'audit-admin' }),
    ]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(both.find(({ status }) => status !== 201)?.json().code).toBe(
      'organizations.separated_roles',
    );
    for (const role of administrators) {
      expect((await give(id, { role })).json().code).toBe('organizations.separated_roles');
    }
    expect(await rolesOf(id)).toHaveLength(1);
  });

  test('one who has left the post may have another', async () => {
    const id = await newcomer('moved.admin');
    const first = (await give(id, { role: 'audit-admin' })).json<{ id: string }>();
    const end = `/api/accounts/${id}/grants/${first.id}/end`;
    expect((await security(end, { json: { reason: '调岗' } })).status).toBe(200);
    expect((await give(id, { role: 'commission-checker' })).status).toBe(201);
    expect(await rolesOf(id)).toEqual(['commission-checker']);
  });

  test.each([
    ['accounts and invitations', '/api/accounts', [200, 200, 403]],
    ['invitations', '/api/invitations', [200, 200, 403]],
    ['the trail', '/api/audit/entries', [403, 403, 200]],
    ['channels of reminders', '/api/reminders/channels', [200, 403, 403]],
    ['filings', '/api/submissions/progress?campaign=x', [403, 403, 403]],
    ['registers', '/api/registers', [403, 403, 403]],
    ['campaigns', '/api/campaigns', [403, 403, 403]],
    ['the units', '/api/organizations', [200, 200, 200]],
  ])('each sees only his part: %s', async (_what, path, expected) => {
    const statuses: number[] = [];
    for (const name of administrators) {
      statuses.push((await (await world.as(name))(path)).status);
    }
    expect(statuses).toEqual(expected);
  });

  test('each does only his part: one opens, one gives, none of both does the other’s', async () => {
    const account = { json: { username: 'any.clerk', post: '填报岗' } };
    const grant = { json: { role: 'commission-checker', reason: '新任' } };
    const grants = `/api/accounts/${personOf('checker')}/grants`;
    const done: Record<string, number[]> = {};
    for (const name of administrators) {
      const client = await world.as(name);
      const opened = await client('/api/accounts', account);
      const given = await client(grants, grant);
      done[name] = [opened.status, given.status];
    }
    expect(done).toEqual({
      'system-admin': [201, 403],
      'security-admin': [403, 201],
      'audit-admin': [403, 403],
    });
  });
});
