import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { readSessionToken, sessionCookieName } from '#workers/modules/identity/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { RequestFacts, RootEnv } from './app-env.ts';
import type { RateClass, RateLimiter } from './rate-limiter.ts';
import type { SiteEnv } from './site-app.ts';

/** At the door: strangers and sign-ins, by address, before anything else is done for them. */
export function limitStrangers(limiter: RateLimiter): MiddlewareHandler<RootEnv> {
  return async (c, next) => {
    const facts = c.get('facts');
    if (isSignIn(c)) await count(limiter, 'sign-in', facts, addressOf(facts));
    else if (!showsCookie(c, facts)) await count(limiter, 'public', facts, addressOf(facts));
    await next();
  };
}

/**
 * Inside a site, which knows the secret: a cookie that this site signed counts for itself; one that
 * somebody made up is a stranger's, counted by address like no cookie at all.
 */
export function limitSessions(limiter: RateLimiter): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const { facts } = c.env;
    if (!isSignIn(c) && showsCookie(c, facts)) {
      const token = await readSessionToken(c, c.get('auth'));
      if (token === undefined) await count(limiter, 'public', facts, addressOf(facts));
      else await count(limiter, isRead(c) ? 'read' : 'write', facts, token);
    }
    await next();
  };
}

async function count(
  limiter: RateLimiter,
  rateClass: RateClass,
  { host }: RequestFacts,
  caller: string,
): Promise<void> {
  const seconds = await limiter.take(rateClass, `${host} ${caller}`);
  if (seconds === undefined) return;
  const headers = { 'retry-after': String(seconds) };
  throw platformErrors['platform.rate_limited']({ values: { seconds }, headers });
}

/** Where somebody without a session brings a secret: a password, or the link of an invitation. */
const guarded = ['/api/auth/sign-in', '/api/invited'];
const isSignIn = (c: Context) => guarded.some((path) => c.req.path.startsWith(path));
const isRead = (c: Context) => c.req.method === 'GET' || c.req.method === 'HEAD';
const addressOf = ({ address = 'direct' }: RequestFacts) => address;

function showsCookie(c: Context, { secure }: RequestFacts): boolean {
  return getCookie(c, sessionCookieName(secure)) !== undefined;
}
