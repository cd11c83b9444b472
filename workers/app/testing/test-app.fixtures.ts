import { provisionControl } from '#workers/modules/tenants/index.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';
import {
  createTestClock,
  createTestControl,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import type {
  TestClock,
  TestDatabase,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createIds } from '#workers/platform/ids.ts';
import { createLogger } from '#workers/platform/logger.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { createApp } from '../app.ts';
import { SHARED_DEPLOYMENT } from '../dependencies.ts';
import type { AppDependencies } from '../dependencies.ts';
import { createMemoryRateLimiter } from '../memory.rate-limiter.driver.ts';
import { controlCast } from './cast.fixtures.ts';
import type { CastName } from './cast.fixtures.ts';
import { createFolderStorage } from './folder-storage.fixtures.ts';
import { createTestClient, signInForCookie } from './test-client.fixtures.ts';
import type { TestClient } from './test-client.fixtures.ts';
import { TEST_PASSWORD, createTestSite, seedCast } from './test-site.fixtures.ts';
import type { TestSite } from './test-site.fixtures.ts';

export type TestAppOptions = {
  /** Slugs of the tenants to provision; one named `dong` when left out. */
  readonly tenants?: readonly string[];
  /** `shared` unless told; a slug makes a region's deployment without control. */
  readonly deployment?: string;
  /** Who the tenants say they are; a region of nowhere unless told. */
  readonly source?: TenantSource;
  readonly overrides?: Partial<AppDependencies>;
};

export type TestApp = {
  readonly app: ReturnType<typeof createApp>;
  readonly clock: TestClock;
  readonly logs: string[];
  /** The provisioned tenants by slug: database, units by key, persons by cast name. */
  readonly sites: Readonly<Record<string, TestSite>>;
  readonly control: TestDatabase;
  /** The first tenant's site. */
  readonly site: TestSite;
  /** Nobody, on a host (the first tenant's unless told). */
  visitor(host?: string): TestClient;
  /** A person of the cast, signed in once for real, on the first tenant's host unless told. */
  as(name: CastName, host?: string): Promise<TestClient>;
  cookieOf(name: CastName, host?: string): Promise<string>;
  close(): Promise<void>;
};

const BASE_HOST = 'qingfeng.test';
export const hostOf = (label: string): string => `${label}.${BASE_HOST}`;

/** The real app in Node on the real engine, with provisioned tenants and a cast of accounts. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = createTestClock();
  const slugs = options.tenants ?? ['dong'];
  const control = await createTestControl();
  await provisionControl({ context: { ...control, clock } });
  await seedCast({ ...control, clock }, controlCast, {});
  const sites: Record<string, TestSite> = {};
  for (const slug of slugs) {
    sites[slug] = await createTestSite(slug, clock, control.writer, options.source);
  }
  const evidence = await createFolderStorage();
  const logs: string[] = [];
  const app = createApp({
    deployment: options.deployment ?? SHARED_DEPLOYMENT,
    baseHost: BASE_HOST,
    openDatabase: (namespace) => databaseOf(sites, control, namespace).db,
    writerOf: (namespace) => databaseOf(sites, control, namespace).writer,
    keyRing: { keyFor: async (namespace) => databaseOf(sites, control, namespace).address.key },
    evidence,
    outward: { hosts: parseOutwardHosts(''), send: globalThis.fetch, timeoutMs: 500 },
    serveAsset: async () => undefined,
    readReadiness: async () => 'ready',
    clock,
    ids: createIds(clock),
    rateLimiter: createMemoryRateLimiter(clock, 1000),
    logger: createLogger((line) => logs.push(line)),
    ...options.overrides,
  });
  const first = sites[slugs[0] ?? ''];
  if (!first) throw new Error('a test app needs a tenant');
  const fetch = (request: Request) => app.fetch(request);
  const home = hostOf(slugs[0] ?? '');
  const visitor = (host = home) => createTestClient({ fetch, origin: `http://${host}` });
  const cookies = new Map<string, string>();
  const cookieOf = async (name: CastName, host = home) => {
    const key = `${name}@${host}`;
    const cookie = cookies.get(key) ?? (await signInForCookie(visitor(host), name, TEST_PASSWORD));
    cookies.set(key, cookie);
    return cookie;
  };
  return {
    app,
    clock,
    logs,
    sites,
    control: { ...control, clock },
    site: first,
    visitor,
    cookieOf,
    as: async (name, host = home) =>
      createTestClient({ fetch, origin: `http://${host}`, cookie: await cookieOf(name, host) }),
    close: async () => {
      await Promise.all([...Object.values(sites), control, evidence].map((part) => part.close()));
    },
  };
}

function databaseOf(
  sites: Readonly<Record<string, TestSite>>,
  control: TestDatabase,
  namespace: string,
): TestDatabase {
  const database = namespace === 'control' ? control : sites[namespace]?.database;
  if (!database) throw new Error(`this test has no database named ${namespace}`);
  return database;
}
