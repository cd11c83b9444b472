import * as v from 'valibot';

/** The key of one namespace, as the key ring keeps it. */
export const namespaceKeySchema = v.strictObject({
  algorithm: v.literal('ed25519'),
  privateKey: v.string(),
  publicKey: v.string(),
});
export type NamespaceKey = v.InferOutput<typeof namespaceKeySchema>;

/** Where a deployment keeps the keys of the namespaces it may open. */
export interface KeyRing {
  /** The namespace's key; throws `UnknownNamespaceKeyError` when the ring does not hold it. */
  keyFor(namespace: string): Promise<NamespaceKey>;
}

export class UnknownNamespaceKeyError extends Error {
  override readonly name = 'UnknownNamespaceKeyError';
}
