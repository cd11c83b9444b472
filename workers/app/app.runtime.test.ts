import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataFolder } from '#workers/cli/supervisor/installation.fixtures.ts';
import { migrateNamespaces } from '#workers/cli/supervisor/migrations.ts';
import type { Runtime } from '#workers/cli/supervisor/runtime-options.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { provisionControl, provisionTenant } from '#workers/modules/tenants/index.ts';
import { systemClock } from '#workers/platform/clock.ts';
import { createIds } from '#workers/platform/ids.ts';
import { castUnits, tenantCast, testTenantSource } from './testing/cast.fixtures.ts';
import { TEST_PASSWORD, seedCast, testActor } from './testing/test-site.fixtures.ts';

let runtime: Runtime;
let host: string;

beforeAll(async () => {
  runtime = await startRuntime({ dataDir: createDataFolder().root, port: 0, withoutScreens: true });
  const { databases } = runtime;
  await migrateNamespaces(databases, ['dong']);
  const open = (namespace: string) => ({
    db: databases.open(namespace),
    writer: databases.writerOf(namespace),
    clock: systemClock,
    ids: createIds(),
  });
  const control = open('control');
  await provisionControl({ context: control });
  const input = { slug: 'dong', source: testTenantSource };
  const tenant = open('dong');
  await provisionTenant({ context: { ...tenant, control: control.writer }, input });
  const imported = await importOrganizations({
    context: tenant,
    input: { units: castUnits, actor: testActor },
  });
  const units = Object.fromEntries(imported.units.map(({ key, id }) => [key, id]));
  await seedCast(tenant, tenantCast, units);
  host = `dong.localhost:${new URL(runtime.origin).port}`;
});
afterAll(() => runtime.stop());

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** As a browser at the tenant's host would ask; workerd listens on the loopback address. */
function ask(path: string, init: { cookie?: string; json?: unknown } = {}): Promise<Answer> {
  const body = init.json === undefined ? undefined : JSON.stringify(init.json);
  const headers = {
    host,
    origin: `http://${host}`,
    ...(init.cookie ? { cookie: init.cookie } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const call = httpRequest(`${runtime.origin}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function signIn(username: string): Promise<string> {
  const json = { username, password: TEST_PASSWORD };
  const answer = await ask('/api/auth/sign-in/username', { json });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

test('two hundred requests at once on a cold isolate get no error, twice', async () => {
  const cookie = await signIn('clerk');
  for (let round = 0; round < 2; round += 1) {
    const calls = Array.from({ length: 200 }, () => ask('/api/organizations', { cookie }));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  }
});

test('a change goes through the tenant’s writer and is read back', async () => {
  const cookie = await signIn('drafter');
  const relations = [{ relation: 'supervision' }];
  const unit = { key: 'new', name: '新建医院', order: 5, kind: 'hospital', relations };
  const made = await ask('/api/organizations/import', { cookie, json: { units: [unit] } });
  expect(made.status).toBe(201);
  const list = await ask('/api/organizations?limit=1', { cookie });
  expect(list.text).toContain('新建医院');
});

test('many people sign in at once, though only two passwords are checked at a time', async () => {
  const names = ['drafter', 'checker', 'signer', 'reviewer', 'clerk', 'head', 'department'];
  const cookies = await Promise.all(names.map(signIn));
  expect(new Set(cookies).size).toBe(names.length);
});

test('an unknown host is told of no tenant', async () => {
  const known = host;
  host = host.replace('dong', 'nowhere');
  const answer = await ask('/api/tenant');
  host = known;
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('dong');
});
