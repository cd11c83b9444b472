import type { DatabaseKind } from '#schema/migrations/migration.ts';
import type { StoredKey } from '../../crypto/signature.driver.ts';
import { createHttpTokenMint } from '../../crypto/token-mint.ts';
import type { Access, TokenProvider } from '../../crypto/token-mint.ts';
import { createSendBatch } from '../hrana.driver.ts';
import type { SendBatch } from '../hrana.driver.ts';

export const KINDS: readonly DatabaseKind[] = ['tenant', 'control', 'sealed'];

/** `template` of sealed kind is named as a sealed namespace must be. */
export function templateOf(kind: DatabaseKind): string {
  return kind === 'sealed' ? 'template--sealed' : `template-${kind}`;
}

export type NamespaceAddress = { url: string; namespace: string; key: StoredKey };

export function tokenFor(address: NamespaceAddress, access: Access): TokenProvider {
  const mint = createHttpTokenMint({ keyRing: { keyFor: async () => address.key } });
  return () => mint.tokenFor(address.namespace, access);
}

export function sendTo(address: NamespaceAddress): SendBatch {
  const { url, namespace } = address;
  return createSendBatch({ url, namespace, token: tokenFor(address, 'rw'), deadlineMs: 60_000 });
}
