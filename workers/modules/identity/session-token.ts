import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { sessionCookieName } from './sessions.domain.ts';

/** The session token of a request whose cookie this tenant's secret has signed. */
export async function readSessionToken(
  c: Context,
  site: { readonly secret: string; readonly secure: boolean },
): Promise<string | undefined> {
  const token = await getSignedCookie(c, site.secret, sessionCookieName(site.secure));
  return token === false ? undefined : token;
}
