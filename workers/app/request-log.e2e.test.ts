import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#workers/platform/database/database.errors.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import { TEST_PASSWORD } from './testing/test-site.fixtures.ts';

type Line = { level: string; message: string; route?: string; status?: number; host?: string };

let world: TestApp;
let unit = '';
beforeAll(async () => {
  world = await createTestApp();
  unit = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

async function linesOf(work: () => Promise<unknown>, app = world): Promise<string[]> {
  const before = app.logs.length;
  await work();
  return app.logs.slice(before);
}
const parse = (line: string | undefined) => JSON.parse(line ?? '{}') as Line;

describe('a line of the request log', () => {
  test('is one a request, with id, method, pattern, host, status and time, and nothing more', async () => {
    const clerk = await world.as('clerk');
    const lines = await linesOf(() => clerk(`/api/organizations/${unit}`));
    expect(lines).toHaveLength(1);
    expect(Object.keys(parse(lines[0])).toSorted()).toEqual(
      ['at', 'host', 'level', 'message', 'method', 'ms', 'requestId', 'route', 'status'].toSorted(),
    );
    expect(parse(lines[0])).toMatchObject({
      route: '/api/organizations/:id',
      host: hostOf('dong'),
      status: 200,
    });
  });

  test.each([
    ['a refusal', () => `/api/organizations/${world.site.units['second-hospital']}`, 403],
    ['an id of nothing', () => `/api/organizations/org_${'0'.repeat(26)}`, 404],
    ['an id out of shape', () => '/api/organizations/zhang-san-7c41', 422],
    ['an address of nothing', () => '/api/complaints/zhang-san-7c41', 404],
    ['a search', () => '/api/organizations?search=zhang-san-7c41', 200],
  ])('of %s names the pattern and never the address', async (_kind, pathOf, status) => {
    const clerk = await world.as('clerk');
    const lines = await linesOf(() => clerk(pathOf()));
    expect(parse(lines.at(-1)).status).toBe(status);
    expect(lines.join('\n')).not.toMatch(/org_|zhang-san|1380000|search/);
  });

  test('tells nobody who it was: no name, address of a machine, browser or cookie', async () => {
    const cookie = await world.cookieOf('clerk');
    const headers = {
      cookie,
      'x-forwarded-for': '10.23.45.67',
      'user-agent': 'Ward-7-Station-2',
      referer: 'http://intranet.example/nurse',
    };
    const lines = await linesOf(() => world.visitor()('/api/me', { headers }));
    const token = cookie.split('=')[1] ?? 'none';
    for (const trace of ['10.23.45.67', 'Ward-7', 'intranet', 'clerk', token, token.slice(0, 20)]) {
      expect(lines.join('\n')).not.toContain(trace);
    }
  });

  test('repeats no body, not even of what was refused', async () => {
    const json = { username: 'zhang-san', password: TEST_PASSWORD, note: '手术室护士长' };
    const lines = await linesOf(async () => {
      await world.visitor()('/api/auth/sign-in/username', { json });
      await world.visitor()('/api/auth/sign-in/username', { json: { ...json, username: 7 } });
    });
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toMatch(/zhang-san|Lan-tian|护士长/);
  });

  test('is written for the health of the process and for unknown hosts too', async () => {
    const lines = await linesOf(async () => {
      await world.visitor(hostOf('nowhere'))('/healthz');
      await world.visitor(hostOf('nowhere'))('/api/me');
    });
    expect(lines.map((line) => parse(line).status)).toEqual([200, 404]);
  });
});

describe('when something breaks', () => {
  test('the error stands in the log under the request’s id, without the values of the question', async () => {
    const broken = await createTestApp();
    const cookie = await broken.cookieOf('clerk');
    broken.clock.tick(5_001);
    const results = await broken.site.database.send([
      { sql: 'alter table grants rename to grants_away' },
    ]);
    expect(results.every(({ status }) => status === 'ok')).toBe(true);
    const lines = await linesOf(async () => {
      const answer = await broken.visitor()('/api/me', { headers: { cookie } });
      expect(answer.json()).toMatchObject({ status: 500, code: 'internal.error' });
      expect(answer.text).not.toMatch(/grants|select|stack|sqlite/i);
    }, broken);
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(lines.join('\n')).toContain('request failed');
    expect(lines.join('\n')).not.toContain(token);
    await broken.close();
  });

  test('a database that is away is logged as such, once, and the request once', async () => {
    const lost = await createTestApp({
      overrides: {
        openDatabase: () => {
          throw new DatabaseUnavailableError('away');
        },
      },
    });
    const lines = await linesOf(() => lost.visitor()('/api/tenant'), lost);
    expect(lines.map((line) => parse(line).message)).toEqual(['request failed', 'request']);
    expect(parse(lines[1])).toMatchObject({ status: 503 });
    await lost.close();
  });
});
