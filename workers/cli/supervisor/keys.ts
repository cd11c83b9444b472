import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  UnknownNamespaceKeyError,
  namespaceKeySchema,
  type KeyRing,
  type NamespaceKey,
} from '#workers/platform/crypto/key-ring.ts';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { assertNamespace } from '#workers/platform/database/namespace.ts';

function keyFile(directory: string, namespace: string): string {
  return join(directory, `${assertNamespace(namespace)}.json`);
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** The same files that the Worker reads through its disk service. */
export function createFileKeyRing(directory: string): KeyRing {
  return {
    keyFor: (namespace) => {
      const path = keyFile(directory, namespace);
      if (existsSync(path)) {
        return Promise.resolve(v.parse(namespaceKeySchema, JSON.parse(readFileSync(path, 'utf8'))));
      }
      return Promise.reject(new UnknownNamespaceKeyError(`no key for namespace ${namespace}`));
    },
  };
}

/** A namespace keeps its key for life: losing it would close the database to everybody. */
export async function ensureNamespaceKey(
  directory: string,
  namespace: string,
): Promise<NamespaceKey> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = keyFile(directory, namespace);
  if (!existsSync(path)) writeWhole(path, `${JSON.stringify(await createStoredKey())}\n`);
  return createFileKeyRing(directory).keyFor(namespace);
}

/**
 * The key a server starts with opens nothing, since every namespace has its own; it is there so
 * that a namespace without one refuses everybody. Its private half is never stored.
 */
export async function ensureServerKey(path: string): Promise<void> {
  if (!existsSync(path)) writeWhole(path, (await createStoredKey()).publicKey);
}
