import * as v from 'valibot';
import { UnknownNamespaceKeyError, namespaceKeySchema } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';

const keyRingSchema = v.record(v.string(), namespaceKeySchema);

/** A ring held in one secret: a JSON object of namespace → key. */
export function createEnvKeyRing(secret: string): KeyRing {
  const keys = new Map(Object.entries(v.parse(keyRingSchema, JSON.parse(secret))));
  return {
    async keyFor(namespace) {
      const key = keys.get(namespace);
      if (!key) throw new UnknownNamespaceKeyError(`no key for namespace ${namespace}`);
      return key;
    },
  };
}
