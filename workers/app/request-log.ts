import type { MiddlewareHandler } from 'hono';
import type { Logger } from '#workers/platform/logger.ts';
import type { RootEnv } from './app-env.ts';

/** One line a request: id, route pattern (never the path), host, status, milliseconds. */
export function logRequests(logger: Logger): MiddlewareHandler<RootEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { requestId, route, host } = c.get('facts');
    const ms = Math.round(performance.now() - start);
    logger.info('request', {
      requestId,
      method: c.req.method,
      route,
      host,
      status: c.res.status,
      ms,
    });
  };
}
