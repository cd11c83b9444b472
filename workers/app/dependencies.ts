import type { Clock } from '#workers/platform/clock.ts';
import type { KeyRing } from '#workers/platform/crypto/key-ring.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { Logger } from '#workers/platform/logger.ts';
import type { Outward } from '#workers/platform/messaging/open-channel.ts';
import type { OutboxWriter } from '#workers/platform/outbox/outbox-writer.ts';
import type { Readiness } from '#workers/platform/readiness.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';
import type { RateLimiter } from './rate-limiter.ts';

export const SHARED_DEPLOYMENT = 'shared';

/** Serves one file of the built front end, or nothing when there is no such file. */
export type ServeAsset = (request: Request, path: string) => Promise<Response | undefined>;

/** Everything the app is made of: parsed once per isolate, or put together by a test. */
export type AppDependencies = {
  /** `shared`, or the one tenant of a region's deployment, which has no control database. */
  readonly deployment: string;
  readonly baseHost: string;
  /** A proxy of ours stands in front and writes who called as the last hop. */
  readonly behindProxy?: boolean | undefined;
  /** Where the higher authority is, for a deployment that does not serve it. */
  readonly oversightUrl?: string | undefined;
  readonly openDatabase: (namespace: string) => Database;
  readonly writerOf: (namespace: string) => OutboxWriter;
  readonly keyRing: KeyRing;
  readonly evidence: EvidenceStorage;
  /** What of the network messages may use. */
  readonly outward: Outward;
  readonly serveAsset: ServeAsset;
  readonly readReadiness: () => Promise<Readiness>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rateLimiter: RateLimiter;
  readonly logger: Logger;
};
