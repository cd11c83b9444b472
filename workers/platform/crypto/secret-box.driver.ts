import type { NamespaceKey } from './key-ring.ts';
import { fromBase64Url, toBase64Url } from './signature.driver.ts';

/** Closes short texts so that only who holds the namespace's key can read them. */
export interface SecretBox {
  /** `about` says what the text is; a closed text put elsewhere does not open. */
  seal(text: string, about: string): Promise<string>;
  open(sealed: string, about: string): Promise<string>;
}

const VERSION = 'a1';
const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/**
 * AES-256-GCM under a key derived from the namespace's own, which lies in the key ring alone. It is
 * derived when first wanted and goes with the box, which a request or a job makes for itself.
 */
export function createSecretBox(readKey: () => Promise<NamespaceKey>): SecretBox {
  let derived: Promise<CryptoKey> | undefined;
  const keyOf = (): Promise<CryptoKey> => {
    derived ??= readKey()
      .then(deriveKey)
      .catch((error: unknown) => {
        derived = undefined;
        throw error;
      });
    return derived;
  };
  return {
    async seal(text, about) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const closed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: encoder.encode(about) },
        await keyOf(),
        encoder.encode(text),
      );
      return `${VERSION}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(closed))}`;
    },
    async open(sealed, about) {
      const [version, nonce, closed] = sealed.split('.');
      if (version !== VERSION || nonce === undefined || closed === undefined) {
        throw new Error('not a text that this box closed');
      }
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: fromBase64Url(nonce), additionalData: encoder.encode(about) },
        await keyOf(),
        fromBase64Url(closed),
      );
      return new TextDecoder().decode(opened);
    },
  };
}

async function deriveKey({ privateKey }: NamespaceKey): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', fromBase64Url(privateKey), 'HKDF', false, [
    'deriveKey',
  ]);
  const info = encoder.encode('qingfeng message secrets');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
