import * as v from 'valibot';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { assertNamespace } from '../database/namespace.ts';
import { UnknownNamespaceKeyError, namespaceKeySchema } from './key-ring.ts';
import type { KeyRing, NamespaceKey } from './key-ring.ts';

const KEPT_MS = 30_000;

type Disk = { fetch(url: string, init?: { signal?: AbortSignal }): Promise<Response> };

/** A ring on a disk service: one file `<namespace>.json` a key, read again after 30 s. */
export function createDiskKeyRing(disk: Disk, clock: Clock = systemClock): KeyRing {
  const kept = new Map<string, { key: NamespaceKey; until: number }>();
  return {
    async keyFor(namespace) {
      const known = kept.get(namespace);
      if (known && known.until > clock.now()) return known.key;
      const key = await readKey(disk, namespace);
      kept.set(namespace, { key, until: clock.now() + KEPT_MS });
      return key;
    },
  };
}

async function readKey(disk: Disk, namespace: string): Promise<NamespaceKey> {
  const url = `http://keys/${assertNamespace(namespace)}.json`;
  const response = await disk.fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (response.status === 404) {
    throw new UnknownNamespaceKeyError(`no key for namespace ${namespace}`);
  }
  if (!response.ok) throw new Error(`the key ring answered ${response.status}`);
  return v.parse(namespaceKeySchema, await response.json());
}
