import { DatabaseUnavailableError } from './database.errors.ts';
import type { Fetch } from './deadline.ts';
import { DATABASE_DEADLINE_MS } from './deadline.ts';
import { assertNamespace } from './namespace.ts';

/** Creates and suspends namespaces on a libSQL server's admin address, which no Worker reaches. */
export interface NamespaceAdmin {
  /** Makes a namespace with its own key, durable on every commit; false when it is there already. */
  create(namespace: string, publicKey: string): Promise<boolean>;
  /** Copies a namespace as it stands, its key included. */
  fork(namespace: string, copy: string): Promise<void>;
  remove(namespace: string): Promise<void>;
  /** Refuses writes, or reads too, in the engine. */
  suspend(namespace: string, input: { reads: boolean; reason: string }): Promise<void>;
  resume(namespace: string): Promise<void>;
}

type NamespaceConfig = Record<string, unknown> & { jwt_key?: string | null };

export function createNamespaceAdmin(input: { url: string; fetch?: Fetch }): NamespaceAdmin {
  const fetch = input.fetch ?? globalThis.fetch.bind(globalThis);
  const call = (path: string, method: string, body?: unknown) =>
    callAdmin(fetch, new URL(`/v1/namespaces/${path}`, input.url).toString(), method, body);
  const reconfigure = async (namespace: string, change: NamespaceConfig) => {
    const path = `${assertNamespace(namespace)}/config`;
    const known = await call(path, 'GET');
    // The server forgets every setting that is not sent again, the namespace's own key included.
    const config = { ...((await known.json()) as NamespaceConfig), ...change };
    if (!config.jwt_key) throw new Error(`namespace ${namespace} has no key of its own`);
    await call(path, 'POST', config);
  };
  return {
    create: async (namespace, publicKey) => {
      const body = { durability_mode: 'strong', jwt_key: publicKey };
      const response = await call(`${assertNamespace(namespace)}/create`, 'POST', body);
      return response.ok;
    },
    fork: async (namespace, copy) => {
      await call(`${assertNamespace(namespace)}/fork/${assertNamespace(copy)}`, 'POST');
    },
    remove: async (namespace) => {
      await call(assertNamespace(namespace), 'DELETE');
    },
    suspend: (namespace, { reads, reason }) =>
      reconfigure(namespace, { block_writes: true, block_reads: reads, block_reason: reason }),
    resume: (namespace) =>
      reconfigure(namespace, { block_writes: false, block_reads: false, block_reason: null }),
  };
}

async function callAdmin(fetch: Fetch, url: string, method: string, body?: unknown) {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(DATABASE_DEADLINE_MS);
  const init = { method, headers, signal, ...(body ? { body: JSON.stringify(body) } : {}) };
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new DatabaseUnavailableError('the database server did not answer', { cause });
  });
  if (response.ok) return response;
  const detail = await response.text();
  if (detail.includes('already exists')) return response;
  throw new Error(`the database server answered ${response.status}: ${detail.slice(0, 200)}`);
}
