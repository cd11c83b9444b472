import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { KeyRing, NamespaceKey } from './key-ring.ts';
import { importSigningKey, signBytes, toBase64Url } from './signature.driver.ts';

export type Access = 'ro' | 'rw';
export type TokenProvider = () => Promise<string>;

/** Makes the short-lived tokens that open exactly one namespace. */
export interface TokenMint {
  tokenFor(namespace: string, access: Access): Promise<string>;
}

const LIFETIME_S = 300;
const RENEW_BEFORE_S = 60;

const encoder = new TextEncoder();
const header = toBase64Url(encoder.encode(JSON.stringify({ alg: 'EdDSA', typ: 'JWT' })));

/** Mints tokens with the key ring's keys and keeps each until a minute before it expires. */
export function createHttpTokenMint(input: { keyRing: KeyRing; clock?: Clock }): TokenMint {
  const clock = input.clock ?? systemClock;
  const kept = new Map<string, { token: string; publicKey: string; renewAt: number }>();
  return {
    async tokenFor(namespace, access) {
      const key = await input.keyRing.keyFor(namespace);
      const now = Math.floor(clock.now() / 1000);
      const name = `${access}:${namespace}`;
      const known = kept.get(name);
      if (known && known.renewAt > now && known.publicKey === key.publicKey) return known.token;
      const token = await mintToken(key, { a: access, id: namespace, exp: now + LIFETIME_S });
      const renewAt = now + LIFETIME_S - RENEW_BEFORE_S;
      kept.set(name, { token, publicKey: key.publicKey, renewAt });
      return token;
    },
  };
}

type Claims = { a: Access; id: string; exp: number };

async function mintToken(key: NamespaceKey, claims: Claims): Promise<string> {
  const payload = toBase64Url(encoder.encode(JSON.stringify(claims)));
  const signed = `${header}.${payload}`;
  const signature = await signBytes(await importSigningKey(key), encoder.encode(signed));
  return `${signed}.${signature}`;
}
