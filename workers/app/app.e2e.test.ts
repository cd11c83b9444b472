import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '#schema/contracts/identity.ts';
import type { TenantAnswer } from '#schema/contracts/tenants.ts';
import { DatabaseUnavailableError } from '#workers/platform/database/database.errors.ts';
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
    expect(answer.text).not.toMatch(/parameters|hosts|secret/);
  });

  test('a tenant’s stylesheet carries its accent', async () => {
    const answer = await world.visitor()('/api/tenant/theme.css');
    expect(answer.headers.get('content-type')).toContain('text/css');
    expect(answer.text).toContain('--accent:#1f5f8b');
  });

  test('an unknown host gets 404 and learns of no tenant', async () => {
    const answer = await world.visitor(hostOf('nowhere'))('/api/tenant');
    expect(answer.json()).toMatchObject({ code: 'tenants.unknown_host', status: 404 });
    expect(answer.text).not.toMatch(/dong|xi/);
  });

  test('each host serves its own routes only', async () => {
    for (const host of ['oversight', 'platform'].map(hostOf)) {
      expect((await world.visitor(host)('/api/tenant')).status).toBe(404);
      expect((await world.visitor(host)('/api/organizations')).status).toBe(404);
    }
  });

  test('every host says that it lives and is ready, an unknown one too', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await world.visitor(hostOf('nowhere'))(path)).status).toBe(200);
    }
  });
});

describe('who is signed in', () => {
  test('a clerk sees the post and where it reaches', async () => {
    const me = (await (await world.as('clerk'))('/api/me')).json<Me>();
    expect(me.person).toMatchObject({ username: 'clerk', post: '行风办填报岗' });
    expect(me.posts).toHaveLength(1);
    expect(me.posts[0]?.organization?.name).toBe('东区第一医院');
    expect(me.permissions).toContain('submissions.fill');
  });

  test('the higher authority and the operator sign in at their hosts, not at a tenant’s', async () => {
    const analyst = await world.as('analyst', hostOf('oversight'));
    const me = (await analyst('/api/me')).json<Me>();
    expect(me.posts[0]).toMatchObject({ role: 'oversight-analyst', organization: null });
    await expect(world.as('analyst')).rejects.toThrow('identity.wrong_credentials');
    await expect(world.as('clerk', hostOf('platform'))).rejects.toThrow('cannot sign in');
  });
});

describe('every answer', () => {
  test('carries headers that allow no foreign script, frame or type', async () => {
    const { headers } = await world.visitor()('/api/tenant');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('carries the request’s id, which stands in the problem and in the log', async () => {
    const answer = await world.visitor()('/api/organizations');
    const id = answer.headers.get('x-request-id') ?? '';
    expect(answer.json().requestId).toBe(id);
    expect(world.logs.some((line) => line.includes(id))).toBe(true);
  });

  test('is logged by its pattern, never by its path, name or query', async () => {
    const clerk = await world.as('clerk');
    await clerk(`/api/organizations/${world.site.units['hospital']}?search=secret`);
    const line = world.logs.at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ route: '/api/organizations/:id', method: 'GET' });
    expect(line).not.toMatch(/org_|secret|clerk/);
  });

  test('speaks the caller’s language', async () => {
    const headers = { 'accept-language': 'en' };
    const answer = await world.visitor()('/api/me', { headers });
    expect(answer.json().title).toBe('Sign in first; your session may have ended.');
  });
});

describe('bad requests', () => {
  const json = { username: 'clerk', password: 'some-password' };

  test('an unsafe method from another origin, or from none, is refused', async () => {
    for (const origin of ['http://evil.example', `http://${hostOf('xi')}`, '']) {
      const request = { json, headers: { origin } };
      const answer = await world.visitor()('/api/auth/sign-in/username', request);
      expect(answer.json().code).toBe('platform.bad_origin');
    }
  });

  test('a body that is no JSON is 400, a far too large one 413', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (body: string) =>
      world.visitor()('/api/auth/sign-in/username', { method: 'POST', body, headers });
    expect((await post('{"username":')).json().code).toBe('platform.malformed_json');
    expect((await post(`"${'x'.repeat(2_000_000)}"`)).json().code).toBe('platform.body_too_large');
  });

  test('an address that nothing serves is a problem too', async () => {
    const answer = await world.visitor()('/api/nothing');
    expect(answer.json()).toMatchObject({ status: 404, code: 'platform.route_not_found' });
  });
});

describe('when the database is away', () => {
  test('the answer is 503 with the time to wait, and the process still lives', async () => {
    const lost = await createTestApp({
      overrides: {
        openDatabase: () => {
          throw new DatabaseUnavailableError('away');
        },
        readReadiness: async () => 'database_unavailable',
      },
    });
    const visitor = lost.visitor();
    const answer = await visitor('/api/tenant');
    expect(answer).toMatchObject({ status: 503 });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.json().code).toBe('platform.database_unavailable');
    expect((await visitor('/healthz')).status).toBe(200);
    expect((await visitor('/readyz')).status).toBe(503);
    await lost.close();
  });

  test('an old schema is not ready, and says so', async () => {
    const old = await createTestApp({ overrides: { readReadiness: async () => 'old_schema' } });
    expect((await old.visitor()('/readyz')).json().code).toBe('platform.schema_behind');
    await old.close();
  });
});

describe('a region’s own deployment', () => {
  test('serves its tenant without control, and neither of the other hosts', async () => {
    const region = await createTestApp({ deployment: 'dong' });
    expect((await region.visitor()('/api/tenant')).status).toBe(200);
    const clerk = await region.as('clerk');
    expect((await clerk('/api/me')).status).toBe(200);
    for (const label of ['oversight', 'platform', 'xi']) {
      expect((await region.visitor(hostOf(label))('/api/me')).json().code).toBe(
        'tenants.unknown_host',
      );
    }
    await region.close();
  });
});
