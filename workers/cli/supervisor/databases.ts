import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRing } from '#workers/platform/crypto/key-ring.ts';
import { createHttpTokenMint } from '#workers/platform/crypto/token-mint.ts';
import { openDatabase, type Database } from '#workers/platform/database/database.driver.ts';
import { createSendBatch, type SendBatch } from '#workers/platform/database/hrana.driver.ts';
import {
  createNamespaceAdmin,
  type NamespaceAdmin,
} from '#workers/platform/database/namespace-admin.driver.ts';
import { isSealedNamespace } from '#workers/platform/database/namespace.ts';
import { createLocalWriter } from '#workers/platform/database/writer.ts';
import type { OutboxWriter } from '#workers/platform/outbox/outbox-writer.ts';
import { createFileKeyRing, ensureNamespaceKey } from './keys.ts';
import type { DataLayout } from './layout.ts';
import { claimDataFolder, findRunning, removeRunRecord, writeRunRecord } from './run-file.ts';
import { arrangeServerUsers } from './server-users.ts';
import { activeNamespacesFor, sqldBinary, startSqld, type SqldServer } from './sqld.ts';

export type DatabaseAddress = { url: string; adminUrl: string };

/** The two engines of an installation as its own commands see them: every namespace, by its key. */
export type Databases = {
  keyRing: KeyRing;
  namespaces(): string[];
  addressOf(namespace: string): DatabaseAddress;
  adminOf(namespace: string): NamespaceAdmin;
  send(namespace: string): SendBatch;
  /** The same handles that the Worker's own code works with. */
  open(namespace: string): Database;
  writerOf(namespace: string): OutboxWriter;
  isSuspended(namespace: string): Promise<boolean>;
  /** Makes the namespace and its key where they are missing; says whether it was new. */
  ensureNamespace(namespace: string): Promise<boolean>;
};

export type DatabaseServers = {
  tenant: SqldServer;
  sealed: SqldServer;
  hasSeparateUsers: boolean;
};

/** Commands may wait longer than a request: a migration of a large table takes its time. */
const deadlineMs = 60_000;
const keySuffix = '.json';

export function listNamespaces(layout: DataLayout): string[] {
  if (!existsSync(layout.keys)) return [];
  return readdirSync(layout.keys)
    .filter((name) => name.endsWith(keySuffix))
    .map((name) => name.slice(0, -keySuffix.length))
    .toSorted();
}

export function connectDatabases(
  layout: DataLayout,
  addresses: { tenant: DatabaseAddress; sealed: DatabaseAddress },
): Databases {
  const keyRing = createFileKeyRing(layout.keys);
  const mint = createHttpTokenMint({ keyRing });
  const addressOf = (namespace: string): DatabaseAddress =>
    isSealedNamespace(namespace) ? addresses.sealed : addresses.tenant;
  const adminOf = (namespace: string): NamespaceAdmin =>
    createNamespaceAdmin({ url: addressOf(namespace).adminUrl });

  const send = (namespace: string): SendBatch =>
    createSendBatch({
      url: addressOf(namespace).url,
      namespace,
      token: () => mint.tokenFor(namespace, 'rw'),
      deadlineMs,
    });

  return {
    keyRing,
    namespaces: () => listNamespaces(layout),
    addressOf,
    adminOf,
    send,
    open: (namespace) =>
      openDatabase({
        url: addressOf(namespace).url,
        namespace,
        token: () => mint.tokenFor(namespace, 'ro'),
        deadlineMs,
      }),
    writerOf: (namespace) => createLocalWriter({ send: send(namespace), deadlineMs }),
    isSuspended: async (namespace) => {
      const url = `${addressOf(namespace).adminUrl}/v1/namespaces/${namespace}/config`;
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`no namespace ${namespace} (${response.status})`);
      return ((await response.json()) as { block_reads: boolean }).block_reads;
    },
    ensureNamespace: async (namespace) => {
      const { publicKey } = await ensureNamespaceKey(layout.keys, namespace);
      return adminOf(namespace).create(namespace, publicKey);
    },
  };
}

export async function startDatabaseServers(
  layout: DataLayout,
  report: (line: string) => void,
  onStart?: () => void,
): Promise<DatabaseServers> {
  mkdirSync(layout.logs, { recursive: true, mode: 0o700 });
  const activeNamespaces = activeNamespacesFor(listNamespaces(layout).length / 2);
  const users = arrangeServerUsers(layout, sqldBinary);
  const start = (name: string, directory: string, user: number | undefined) =>
    startSqld({
      name,
      directory,
      user,
      logFile: join(layout.logs, `${name}.log`),
      activeNamespaces,
      report,
      onStart,
    });
  const tenant = await start('sqld-tenants', layout.tenantDatabase, users.tenant);
  try {
    const sealed = await start('sqld-sealed', layout.sealedDatabase, users.sealed);
    return { tenant, sealed, hasSeparateUsers: users.sealed !== undefined };
  } catch (error) {
    await tenant.stop();
    throw error;
  }
}

export async function stopDatabaseServers({ tenant, sealed }: DatabaseServers): Promise<void> {
  await Promise.all([tenant.stop(), sealed.stop()]);
}

/** For commands: the running installation's databases, or the same ones started for as long as needed. */
export async function withDatabases<T>(
  layout: DataLayout,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  const running = findRunning(layout);
  if (running !== undefined) return work(connectDatabases(layout, running));
  await claimDataFolder(layout);
  const servers = await startDatabaseServers(layout, () => undefined);
  recordRun(layout, { origin: '', servers });
  try {
    return await work(connectDatabases(layout, servers));
  } finally {
    await stopDatabaseServers(servers);
    removeRunRecord(layout);
  }
}

/** Written again after every restart of a child, so that the record always names those that live. */
export function recordRun(
  layout: DataLayout,
  run: { origin: string; servers: DatabaseServers; workerd?: number },
): void {
  const describe = ({ pid, url, adminUrl }: SqldServer) => ({ pid: pid() ?? 0, url, adminUrl });
  writeRunRecord(layout, {
    supervisor: process.pid,
    origin: run.origin,
    tenant: describe(run.servers.tenant),
    sealed: describe(run.servers.sealed),
    workerd: run.workerd,
  });
}
