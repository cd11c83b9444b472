import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionCookieName } from '#workers/modules/identity/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { RootEnv } from './app-env.ts';
import type { RateClass, RateLimiter } from './rate-limiter.ts';

/** Refuses a flood by route class: a session counts for itself, a stranger by address. */
export function limitRate(limiter: RateLimiter): MiddlewareHandler<RootEnv> {
  return async (c, next) => {
    const session = sessionOf(c);
    const rateClass = classOf(c, session !== undefined);
    const { host, address = 'direct' } = c.get('facts');
    const caller = rateClass === 'sign-in' ? address : (session ?? address);
    const seconds = await limiter.take(rateClass, `${host} ${caller}`);
    if (seconds !== undefined) {
      const headers = { 'retry-after': String(seconds) };
      throw platformErrors['platform.rate_limited']({ values: { seconds }, headers });
    }
    await next();
  };
}

function classOf(c: Context, hasSession: boolean): RateClass {
  if (c.req.path.startsWith('/api/auth/sign-in')) return 'sign-in';
  if (!hasSession) return 'public';
  return c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
}

function sessionOf(c: Context<RootEnv>): string | undefined {
  return getCookie(c, sessionCookieName(c.get('facts').secure));
}
