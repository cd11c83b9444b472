import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Gate } from '#workers/platform/http/http-env.ts';
import { LOCALE_COOKIE, localeOf } from '#workers/platform/http/locale.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { RequestFacts, RootEnv } from './app-env.ts';
import type { AppDependencies } from './dependencies.ts';

type Known = Pick<AppDependencies, 'ids' | 'behindProxy'>;

/** Names the request and learns its language, host, scheme and sender. */
export function learnRequest(known: Known): MiddlewareHandler<RootEnv> {
  return async (c, next) => {
    const facts = factsOf(c, known);
    c.set('facts', facts);
    c.set('requestId', facts.requestId);
    c.set('locale', facts.locale);
    c.set('gate', publicOnly);
    await next();
    c.res.headers.set('x-request-id', facts.requestId);
  };
}

/** Outside of a site nobody is signed in. */
const publicOnly: Gate = async (access) => {
  if (access !== 'public') throw platformErrors['platform.unauthenticated']();
};

function factsOf(c: Context, { ids, behindProxy = false }: Known): RequestFacts {
  const url = new URL(c.req.url);
  const forwarded = c.req.header('x-forwarded-proto');
  return {
    requestId: ids.random('req'),
    locale: localeOf({
      cookie: getCookie(c, LOCALE_COOKIE),
      acceptLanguage: c.req.header('accept-language'),
    }),
    host: url.host.toLowerCase(),
    secure: (forwarded ?? url.protocol.slice(0, -1)) === 'https',
    address: addressOf(c, behindProxy),
    route: 'unmatched',
  };
}

/**
 * Who calls, as the runtime saw it and not as the caller writes it: workerd names its peer, and
 * Cloudflare sets a header of its own. The last hop's word counts only where a proxy is known to stand.
 */
function addressOf(c: Context, behindProxy: boolean): string | undefined {
  const cf: object | undefined = c.req.raw.cf;
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded) return forwarded;
  if (cf === undefined) return undefined;
  const isOurs = 'clientIp' in cf && typeof cf.clientIp === 'string';
  return isOurs ? withoutPort(String(cf.clientIp)) : c.req.header('cf-connecting-ip');
}

function withoutPort(peer: string): string {
  return peer.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}
