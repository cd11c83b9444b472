import { existsSync, readFileSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createHttpTokenMint } from '#workers/platform/crypto/token-mint.ts';
import { namespaceHeader } from '#workers/platform/database/namespace.ts';
import { createDataFolder } from './installation.fixtures.ts';
import { isAlive } from './run-file.ts';
import type { Runtime } from './runtime-options.ts';
import { startRuntime } from './runtime.ts';

const layout = createDataFolder();
let runtime: Runtime;

beforeAll(async () => {
  runtime = await startRuntime({ dataDir: layout.root, port: 0, withoutScreens: true });
  await runtime.databases.ensureNamespace('henan');
  await runtime.databases.ensureNamespace('henan--sealed');
});
afterAll(() => runtime.stop());

function statusOf(path: string): Promise<number> {
  return new Promise((resolve) => {
    get(`${runtime.origin}${path}`, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', () => resolve(0));
  });
}

/** SQL as somebody would send it who holds a token and goes round our driver. */
async function askEngine(namespace: string, sql: string): Promise<string> {
  const mint = createHttpTokenMint({ keyRing: runtime.databases.keyRing });
  const { url } = runtime.databases.addressOf(namespace);
  const response = await fetch(`${url}/v3/pipeline`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await mint.tokenFor(namespace, 'rw')}`,
      'x-namespace-bin': namespaceHeader(namespace),
    },
    body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] }),
  });
  return response.text();
}

function userOf(pid: number | undefined): string {
  return /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
}

test('the Worker answers, and says that its database is there and up to date', async () => {
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
});

test('engines and Worker are up within ten seconds each, whatever the build takes', () => {
  expect(runtime.timings.databases).toBeLessThan(10_000);
  expect(runtime.timings.workerd).toBeLessThan(10_000);
});

test('readiness is lost with the database and comes back with it, without a restart of the Worker', async () => {
  const { tenantDatabase } = runtime.pids();
  const { workerd } = runtime.restarts();
  process.kill(tenantDatabase ?? 0, 'SIGSTOP');
  const stopped = statusOf('/readyz');
  setTimeout(() => process.kill(tenantDatabase ?? 0, 'SIGCONT'), 6_000);
  expect(await stopped).toBe(503);
  await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(200), 10_000);
  expect(runtime.restarts().workerd).toBe(workerd);
}, 30_000);

test('each program that is killed comes back by itself', async () => {
  const before = runtime.pids();
  for (const pid of Object.values(before)) process.kill(pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => {
    expect(runtime.restarts().tenantDatabase).toBeGreaterThan(0);
    expect(runtime.restarts().sealedDatabase).toBeGreaterThan(0);
    expect(runtime.restarts().workerd).toBeGreaterThan(0);
  }, 10_000);
  await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(200), 20_000);
  expect(runtime.pids().workerd).not.toBe(before.workerd);
}, 60_000);

test('sealed data lies with another server than the rest', async () => {
  const { databases } = runtime;
  expect(databases.addressOf('henan--sealed').url).not.toBe(databases.addressOf('henan').url);
  expect(await askEngine('henan--sealed', 'select 1 as one')).toContain('"one"');
});

const canSeparate = process.getuid?.() === 0 && process.platform === 'linux';

test('engines run under users of their own exactly where that can be arranged', () => {
  expect(runtime.hasSeparateUsers).toBe(canSeparate);
});

test.runIf(canSeparate)('an engine run by root gives its rights away, each to another user', () => {
  const { tenantDatabase, sealedDatabase } = runtime.pids();
  const users = [userOf(tenantDatabase), userOf(sealedDatabase)];
  expect(users).not.toContain('0');
  expect(new Set(users).size).toBe(2);
});

test('no key and no folder of an engine can be read by other users of the machine', () => {
  expect(statSync(join(layout.keys, 'henan--sealed.json')).mode & 0o077).toBe(0);
  expect(statSync(layout.sealedDatabase).mode & 0o077).toBe(0);
});

test.runIf(canSeparate)(
  'even SQL that goes round our driver reads neither keys nor the sealed server',
  async () => {
    const kindOf = async (path: string) =>
      askEngine('henan', `select typeof(readfile('${path}')) as kind`);
    expect(await kindOf(join(layout.tenantDatabase, 'server-key.pub'))).toContain('"blob"');
    expect(await kindOf(join(layout.keys, 'henan--sealed.json'))).not.toContain('"blob"');
    expect(await kindOf(join(layout.sealedDatabase, 'server-key.pub'))).not.toContain('"blob"');
  },
);

test('a token of one region opens no other database of the same server', async () => {
  await runtime.databases.ensureNamespace('weihai');
  const mint = createHttpTokenMint({ keyRing: runtime.databases.keyRing });
  const response = await fetch(`${runtime.databases.addressOf('weihai').url}/v3/pipeline`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await mint.tokenFor('henan', 'rw')}`,
      'x-namespace-bin': namespaceHeader('weihai'),
    },
    body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql: 'select 1' } }] }),
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test('nothing but the Worker itself is at the public address: no tick, no file, no engine', async () => {
  for (const path of ['/henan.json', '/v1/namespaces/henan/config', '/v3/pipeline']) {
    expect(await statusOf(path)).toBe(404);
  }
});

test('a second start on the same folder is refused and leaves the first alone', async () => {
  const second = startRuntime({ dataDir: layout.root, port: 0, withoutScreens: true });
  // This process is the supervisor of both, so the folder's own lock is what refuses.
  await expect(second).rejects.toThrow(/已在运行|Already running/);
  expect(await statusOf('/readyz')).toBe(200);
});

test('a taken port is refused before anything is started', async () => {
  const other = createDataFolder();
  const second = startRuntime({ dataDir: other.root, port: runtime.port, withoutScreens: true });
  await expect(second).rejects.toThrow(String(runtime.port));
  expect(existsSync(other.runFile)).toBe(false);
});

test('after stopping, no process and no lock is left, and the data is there at the next start', async () => {
  await runtime.databases.send('henan')([
    { sql: 'create table kept (words text)' },
    { sql: "insert into kept values ('清风')" },
  ]);
  const pids = Object.values(runtime.pids());
  await runtime.stop();
  expect(pids.filter((pid) => isAlive(pid ?? 0))).toEqual([]);
  expect(existsSync(layout.runFile)).toBe(false);
  runtime = await startRuntime({ dataDir: layout.root, port: 0, withoutScreens: true });
  const [kept] = await runtime.databases.send('henan')([
    { sql: 'select words from kept', wantRows: true },
  ]);
  expect(kept).toMatchObject({ status: 'ok', rows: [['清风']] });
}, 60_000);
