import type { MiddlewareHandler } from 'hono';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { RequestFacts, RootEnv } from './app-env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isUnsafe(method: string): boolean {
  return !SAFE.has(method);
}

export function originOf({ secure, host }: Pick<RequestFacts, 'host' | 'secure'>): string {
  return `${secure ? 'https' : 'http'}://${host}`;
}

/** Every unsafe method needs an `Origin` equal to the host. */
export const checkOrigin: MiddlewareHandler<RootEnv> = async (c, next) => {
  if (isUnsafe(c.req.method) && c.req.header('origin') !== originOf(c.get('facts'))) {
    throw platformErrors['platform.bad_origin']();
  }
  await next();
};
