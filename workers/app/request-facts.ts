import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Gate } from '#workers/platform/http/http-env.ts';
import { LOCALE_COOKIE, localeOf } from '#workers/platform/http/locale.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { RequestFacts, RootEnv } from './app-env.ts';

/** Names the request and learns its language, host, scheme and sender. */
export function learnRequest(ids: Ids): MiddlewareHandler<RootEnv> {
  return async (c, next) => {
    const facts = factsOf(c, ids);
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

function factsOf(c: Context, ids: Ids): RequestFacts {
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
    address: addressOf(c),
    route: 'unmatched',
  };
}

/** Behind a proxy the last hop's word, which the sender cannot write. */
function addressOf(c: Context): string | undefined {
  const direct = c.req.header('cf-connecting-ip');
  return direct ?? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
}
