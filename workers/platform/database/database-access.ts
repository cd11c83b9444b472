import type { Bindings } from '../bindings.ts';
import { createDiskKeyRing } from '../crypto/disk.key-ring.driver.ts';
import { createEnvKeyRing } from '../crypto/env.key-ring.driver.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import { createHttpTokenMint } from '../crypto/token-mint.ts';
import type { Access } from '../crypto/token-mint.ts';
import { openDatabase } from './database.driver.ts';
import type { Database } from './database.driver.ts';
import type { Fetch } from './deadline.ts';
import { createSendBatch } from './hrana.driver.ts';
import type { SendBatch } from './hrana.driver.ts';
import { isSealedNamespace } from './namespace.ts';
import { createStreamPools } from './stream-pool.ts';
import type { StreamPool } from './stream-pool.ts';

/** The bindings by which a deployment reaches its databases. */
export type DatabaseBindings = Pick<
  Partial<Bindings>,
  'DATABASE' | 'DATABASE_URL' | 'KEYS' | 'KEY_RING' | 'SEALED_DATABASE' | 'SEALED_DATABASE_URL'
>;

/** How an isolate reaches the namespaces that its deployment holds keys for. */
export interface DatabaseAccess {
  keyRing: KeyRing;
  /** A handle for reading one namespace, for one request. */
  open(namespace: string): Database;
  /** Batches that may write, for the namespace's writer alone. */
  sender(namespace: string): SendBatch;
}

type Server = { url: string; fetch?: Fetch };

/** One memory an isolate, however often it opens its databases: no more streams than it says. */
const pools = createStreamPools();

function streamsOf(bindings: DatabaseBindings, namespace: string): StreamPool {
  return pools(`${serverOf(bindings, namespace).url} ${namespace}`);
}

export function createDatabaseAccess(bindings: DatabaseBindings): DatabaseAccess {
  const keyRing = createKeyRing(bindings);
  const mint = createHttpTokenMint({ keyRing });
  const connection = (namespace: string, access: Access) => ({
    ...serverOf(bindings, namespace),
    namespace,
    token: () => mint.tokenFor(namespace, access),
  });
  return {
    keyRing,
    open: (namespace) =>
      openDatabase({ ...connection(namespace, 'ro'), streams: streamsOf(bindings, namespace) }),
    sender: (namespace) => createSendBatch(connection(namespace, 'rw')),
  };
}

function serverOf(bindings: DatabaseBindings, namespace: string): Server {
  const isSealed = isSealedNamespace(namespace);
  const service = isSealed ? bindings.SEALED_DATABASE : bindings.DATABASE;
  if (service) {
    return { url: 'http://database', fetch: (input, init) => service.fetch(input, init) };
  }
  const url = isSealed ? bindings.SEALED_DATABASE_URL : bindings.DATABASE_URL;
  if (url) return { url };
  throw new Error('a deployment needs DATABASE and SEALED_DATABASE, or their URLs');
}

function createKeyRing({ KEYS, KEY_RING }: DatabaseBindings): KeyRing {
  if (KEY_RING) return createEnvKeyRing(KEY_RING);
  if (KEYS) return createDiskKeyRing(KEYS);
  throw new Error('a deployment needs KEYS (disk service) or KEY_RING (secret)');
}
