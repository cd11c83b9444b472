import type { Clock } from '#workers/platform/clock.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { AuthSite } from '../identity-env.ts';
import { loadAuth } from '../load-auth.ts';

/** Ends the session behind the cookie and answers with the cookies to clear. */
export async function signOut(request: {
  context: { site: AuthSite; clock: Clock; ids: Ids };
  input: { cookie: string; token: string | undefined };
}): Promise<Headers> {
  const { site, clock, ids } = request.context;
  const { db, writer } = site.source;
  const { secret, origin, secure } = site;
  const { createAuth } = await loadAuth();
  const auth = createAuth({ db, writer, clock, ids, secret, origin, secure });
  const headers = { cookie: request.input.cookie, origin, 'content-type': 'application/json' };
  const url = `${origin}/api/auth/sign-out`;
  const response = await auth.handler(new Request(url, { method: 'POST', headers, body: '{}' }));
  if (!response.ok) throw new Error(`Better Auth answered ${response.status} to a sign-out`);
  if (request.input.token) await site.sessions.forget(site.source, request.input.token);
  return response.headers;
}
