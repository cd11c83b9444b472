import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { platformErrors } from './platform.errors.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

export const DEFAULT_BODY_LIMIT = MIB;

/** Refuses a larger body with 413 before it is read whole; a route may set a limit of its own. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const limit = maxSize >= MIB ? `${maxSize / MIB} MB` : `${maxSize / KIB} KB`;
  return bodyLimit({
    maxSize,
    onError: () => {
      throw platformErrors['platform.body_too_large']({ values: { limit } });
    },
  });
}
