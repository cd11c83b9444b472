import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '#schema/contracts/identity.ts';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

describe('hosts', () => {
  test('a tenant says who it is to everybody', async () => {
    const answer = await world.visitor()('/api/tenant');
    expect(answer.status).toBe(200);
    expect(answer.json<TenantAnswer>()).toMatchObject({ id: 'dong', demo: false });
  });

  test('an unknown host gets 404 and learns of no tenant', async () => {
    const answer = await world.visitor(hostOf('nowhere'))('/api/tenant');
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'tenants.unknown_host', status: 404 });
    expect(answer.text).not.toMatch(/dong|xi/);
  });
});

describe('signing in', () => {
  test('a clerk signs in and sees the post and where it reaches', async () => {
    const clerk = await world.as('clerk');
    const me = (await clerk('/api/me')).json<Me>();
    expect(me.person.username).toBe('clerk');
    expect(me.posts).toHaveLength(1);
    expect(me.posts[0]?.organization?.name).toBe('东区第一医院');
    expect(me.permissions).toContain('submissions.fill');
  });
});
