import { createDiskKeyRing } from '../crypto/disk.key-ring.driver.ts';
import { createEnvKeyRing } from '../crypto/env.key-ring.driver.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import { createHttpTokenMint } from '../crypto/token-mint.ts';
import type { TokenMint } from '../crypto/token-mint.ts';
import { isSealedNamespace } from './namespace.ts';

/** The bindings by which a deployment reaches its databases. */
export type DatabaseEnv = {
  /** The libSQL server of tenants and control. */
  DATABASE_URL: string;
  /** The second server, of sealed namespaces only. */
  SEALED_DATABASE_URL: string;
  /** Self-hosted: workerd's disk service over the folder of keys. */
  KEYS?: { fetch(url: string, init?: { signal?: AbortSignal }): Promise<Response> };
  /** A region's deployment: its keys as one secret. */
  KEY_RING?: string;
};

export type DatabaseAccess = { urlOf(namespace: string): string; mint: TokenMint };

export function createDatabaseAccess(env: DatabaseEnv): DatabaseAccess {
  return {
    urlOf: (namespace) =>
      isSealedNamespace(namespace) ? env.SEALED_DATABASE_URL : env.DATABASE_URL,
    mint: createHttpTokenMint({ keyRing: createKeyRing(env) }),
  };
}

function createKeyRing({ KEYS, KEY_RING }: DatabaseEnv): KeyRing {
  if (KEY_RING) return createEnvKeyRing(KEY_RING);
  if (KEYS) return createDiskKeyRing(KEYS);
  throw new Error('a deployment needs KEYS (disk service) or KEY_RING (secret)');
}
