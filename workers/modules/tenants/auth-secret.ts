import { toBase64Url } from '#workers/platform/crypto/signature.driver.ts';

/** 256 random bits; signs one database's session cookies. */
export function createAuthSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
