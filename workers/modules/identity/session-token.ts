import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { sessionCookieName } from './sessions.domain.ts';

/** The session token of a request whose cookie this tenant's secret has signed. */
export function readSessionToken(
  c: Context,
  site: { readonly secret: string; readonly secure: boolean },
): Promise<string | undefined> {
  const { raw } = c.req;
  const known = verified.get(raw) ?? verify(c, site);
  verified.set(raw, known);
  return known;
}

/** A request is asked twice, by its limit and by its gate; the signature is checked once. */
const verified = new WeakMap<Request, Promise<string | undefined>>();

async function verify(
  c: Context,
  site: { readonly secret: string; readonly secure: boolean },
): Promise<string | undefined> {
  const token = await getSignedCookie(c, site.secret, sessionCookieName(site.secure));
  return token === false ? undefined : token;
}
