import * as v from 'valibot';
import { createAssetServer } from '#workers/platform/assets.ts';
import type { Bindings } from '#workers/platform/bindings.ts';
import { createClock } from '#workers/platform/clock.ts';
import { createDatabaseAccess } from '#workers/platform/database/database-access.ts';
import { createWriter } from '#workers/platform/database/writer.ts';
import type { TenantWriterStub } from '#workers/platform/database/writer.ts';
import { createIds } from '#workers/platform/ids.ts';
import { createLogger } from '#workers/platform/logger.ts';
import { outwardTimeoutMs } from '#workers/platform/messaging/open-channel.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { readReadiness } from '#workers/platform/readiness.ts';
import { createEvidenceStorage } from '#workers/platform/storage/create-evidence-storage.ts';
import type { AppDependencies } from './dependencies.ts';
import { createMemoryRateLimiter } from './memory.rate-limiter.driver.ts';

const settingsSchema = v.object({
  DEPLOYMENT: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{1,29}$/)),
  BASE_HOST: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(?::\d{1,5})?$/)),
  BEHIND_PROXY: v.optional(v.picklist(['yes', 'no'])),
  DEMO_NOW: v.optional(v.string()),
  MESSAGE_HOSTS: v.optional(v.string()),
  OVERSIGHT_URL: v.optional(v.pipe(v.string(), v.url())),
  /** Widens all request limits alike, for load tests. */
  RATE_LIMIT_SCALE: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/))),
});

/** The app's parts from a deployment's bindings; throws where one is missing or unreadable. */
export function createAppDependencies(bindings: Bindings): AppDependencies {
  const settings = v.parse(settingsSchema, bindings);
  const clock = createClock(settings.DEMO_NOW);
  const access = createDatabaseAccess(bindings);
  const assets = createAssetServer(bindings.ASSETS);
  const scale = Number(settings.RATE_LIMIT_SCALE ?? 1);
  return {
    deployment: settings.DEPLOYMENT,
    baseHost: settings.BASE_HOST,
    behindProxy: settings.BEHIND_PROXY === 'yes',
    oversightUrl: settings.OVERSIGHT_URL,
    openDatabase: access.open,
    writerOf: (namespace) => createWriter({ stub: stubOf(bindings, namespace), namespace }),
    keyRing: access.keyRing,
    evidence: createEvidenceStorage(bindings),
    outward: {
      hosts: parseOutwardHosts(settings.MESSAGE_HOSTS),
      send: (url, init) => fetch(url, init),
      timeoutMs: outwardTimeoutMs,
    },
    serveAsset: assets.serve,
    readReadiness: () => readReadiness(bindings),
    clock,
    ids: createIds(clock),
    rateLimiter: createMemoryRateLimiter(clock, scale),
    logger: createLogger(),
  };
}

/** The class behind the binding is `TenantWriter`, which implements these calls. */
function stubOf(bindings: Bindings, namespace: string): TenantWriterStub {
  const writers = bindings.TENANT_WRITER;
  return writers.get(writers.idFromName(namespace)) as unknown as TenantWriterStub;
}
