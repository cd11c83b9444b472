export type SigningKey = { readonly algorithm: SignatureAlgorithm; readonly key: CryptoKey };

export const SIGNATURE_ALGORITHM = 'ed25519';
export type SignatureAlgorithm = typeof SIGNATURE_ALGORITHM;

/** A private key as it is stored: PKCS #8 in URL-safe base64, with the algorithm it is for. */
export type StoredKey = {
  readonly algorithm: SignatureAlgorithm;
  readonly privateKey: string;
  readonly publicKey: string;
};

export async function createStoredKey(): Promise<StoredKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('Ed25519 gives a pair of keys');
  const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey);
  return {
    algorithm: SIGNATURE_ALGORITHM,
    privateKey: toBase64Url(bytesOf(privateKey)),
    publicKey: toBase64Url(bytesOf(publicKey)),
  };
}

export async function importSigningKey(stored: StoredKey): Promise<SigningKey> {
  assertKnown(stored.algorithm);
  const bytes = fromBase64Url(stored.privateKey);
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign']);
  return { algorithm: stored.algorithm, key };
}

/** Signs bytes; the answer is URL-safe base64 without padding. */
export async function signBytes(key: SigningKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', key.key, bytes)));
}

export async function verifyBytes(
  input: { algorithm: string; publicKey: string; signature: string },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  assertKnown(input.algorithm);
  const publicKey = fromBase64Url(input.publicKey);
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, fromBase64Url(input.signature), bytes);
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function assertKnown(algorithm: string): void {
  if (algorithm !== SIGNATURE_ALGORITHM) throw new Error(`unknown signature: ${algorithm}`);
}

/** `exportKey` is typed for every format; all but `jwk` give a buffer. */
function bytesOf(exported: ArrayBuffer | JsonWebKey): Uint8Array {
  if (exported instanceof ArrayBuffer) return new Uint8Array(exported);
  throw new Error('a key was exported in another format');
}
