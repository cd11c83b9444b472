import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { NamespaceAddress } from './namespace.fixtures.ts';
import { expectGone, freePort, untilHealthy } from './sqld.fixtures.ts';

export type TestWorker = {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const WRANGLER = fileURLToPath(new URL('../../../../node_modules/.bin/wrangler', import.meta.url));
/** The program itself: `.bin/workerd` is a script beside it, whose end would leave it running. */
const { default: WORKERD } = createRequire(import.meta.url)('workerd') as { default: string };
const ENTRY = fileURLToPath(new URL('./test-worker.fixtures.ts', import.meta.url));
const COMPATIBILITY = { date: '2026-07-01', flag: 'nodejs_compat' };

/** The test worker on a real workerd, bundled as a deployment is, its keys on the disk service. */
export async function startTestWorker(address: NamespaceAddress): Promise<TestWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'qingfeng-workerd-'));
  await bundle(folder);
  const keys = join(folder, 'keys');
  await mkdir(keys);
  await writeFile(join(keys, `${address.namespace}.json`), JSON.stringify(address.key));
  const port = await freePort();
  const config = join(folder, 'config.capnp');
  await writeFile(config, configOf({ port, keys, database: new URL(address.url).host }));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(WORKERD, ['serve', config], { stdio: 'ignore' });
    await untilHealthy(`${url}/healthz`);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await expectGone(`${url}/healthz`);
  };
  const close = async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  await start();
  return { url, kill, start, close };
}

async function bundle(folder: string): Promise<void> {
  const options = ['--name', 'test', '--compatibility-date', COMPATIBILITY.date];
  const flags = ['--compatibility-flags', COMPATIBILITY.flag, '--outdir', folder];
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' };
  await writeFile(join(folder, 'wrangler.toml'), '');
  await promisify(execFile)(
    WRANGLER,
    ['deploy', ENTRY, '--dry-run', '--config', join(folder, 'wrangler.toml'), ...options, ...flags],
    { env },
  );
}

function configOf(options: { port: number; keys: string; database: string }): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "keys", disk = (path = "${options.keys}")),
    (name = "database", external = (address = "${options.database}", http = ())),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${options.port}", http = (), service = "main"),
  ],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "test-worker.fixtures.js")],
  compatibilityDate = "${COMPATIBILITY.date}",
  compatibilityFlags = ["${COMPATIBILITY.flag}"],
  bindings = [
    (name = "KEYS", service = "keys"),
    (name = "DATABASE", service = "database"),
    (name = "TENANT_WRITER", durableObjectNamespace = "TenantWriter"),
  ],
  durableObjectNamespaces = [(className = "TenantWriter", uniqueKey = "test")],
  durableObjectStorage = (inMemory = void),
);
`;
}
