import type { Context } from 'hono';
import { hashHex } from '../crypto/hash.driver.ts';
import { platformErrors } from './platform.errors.ts';

/** One request as the caller numbered it; the use case adds who asks and what was answered. */
export type RequestKey = { readonly key: string; readonly requestHash: string };

const KEY = /^[\w-]{8,128}$/;

/** The caller's `Idempotency-Key` with a hash of method, address and body; nothing if not given. */
export async function readRequestKey(c: Context): Promise<RequestKey | undefined> {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!KEY.test(key)) throw platformErrors['platform.invalid_idempotency_key']();
  const { pathname, search } = new URL(c.req.url);
  const facts = [
    c.req.method,
    pathname + search,
    c.req.header('if-match') ?? '',
    await c.req.text(),
  ];
  return { key, requestHash: await hashHex(facts.join('\n')) };
}
