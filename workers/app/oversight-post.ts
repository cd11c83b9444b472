import { createOversightDelivery } from '#workers/modules/snapshots/index.ts';
import type { Deliver } from '#workers/modules/snapshots/index.ts';
import type { AppDependencies } from './dependencies.ts';
import { SHARED_DEPLOYMENT } from './dependencies.ts';

export type Serve = (request: Request) => Response | Promise<Response>;

/**
 * How 上报数据 reaches the higher authority: over the network from a region's deployment; where this
 * deployment serves that host itself, as the same request to its own front door.
 */
export function createOversightPost(
  deps: Pick<AppDependencies, 'deployment' | 'baseHost' | 'oversightUrl'>,
  serve: Serve,
): Deliver {
  if (deps.deployment === SHARED_DEPLOYMENT) {
    const url = `http://oversight.${deps.baseHost}`;
    return createOversightDelivery({ url, send: async (to, init) => serve(new Request(to, init)) });
  }
  const { oversightUrl } = deps;
  if (oversightUrl !== undefined) {
    return createOversightDelivery({ url: oversightUrl, send: (to, init) => fetch(to, init) });
  }
  return () => Promise.reject(new Error('OVERSIGHT_URL is not set: there is nowhere to send to'));
}
