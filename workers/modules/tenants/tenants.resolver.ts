import type { TenantProfile } from '#schema/contracts/tenants.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type {
  ControlDatabase,
  Database,
  TenantDatabase,
} from '#workers/platform/database/database.driver.ts';
import { assertSchemaServed } from '#workers/platform/database/schema-lag.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';
import { scopeStorage } from '#workers/platform/storage/evidence-storage.ts';
import { matchHost } from './hosts.domain.ts';
import { createTenantNotProvisionedError } from './tenants.errors.ts';
import { findSlugByHost, readControlSecret, readStoredTenant } from './tenants.repository.ts';
import type { StoredTenant } from './tenants.repository.ts';

export const CONTROL_NAMESPACE = 'control';
const KEPT_MS = 30_000;

export type Site =
  | { readonly kind: 'tenant'; readonly slug: string }
  | { readonly kind: 'oversight' }
  | { readonly kind: 'platform' }
  | { readonly kind: 'unknown' };

export type OpenTenant = {
  readonly tenant: TenantProfile;
  readonly authSecret: string;
  readonly db: TenantDatabase;
  readonly writer: Writer;
  readonly evidence: EvidenceStorage;
};

export type OpenControl = {
  readonly authSecret: string;
  readonly db: ControlDatabase;
  readonly writer: Writer;
};

/** The only maker of database handles; which one is decided by the request's host alone. */
export interface TenantResolver {
  resolveHost(host: string): Promise<Site>;
  /** Handles for one request or one job; they must not outlive it. */
  openTenant(slug: string): Promise<OpenTenant>;
  openControl(): Promise<OpenControl>;
}

export type ResolverInput = {
  /** `shared`, or the one tenant of a region's deployment, which has no control database. */
  readonly deployment: string;
  readonly baseHost: string;
  readonly openDatabase: (namespace: string) => Database;
  readonly writerOf: (namespace: string) => Writer;
  readonly evidence: EvidenceStorage;
  readonly clock: Clock;
};

export function createTenantResolver(input: ResolverInput): TenantResolver {
  const hosts = createMemory<Site>(input.clock);
  const stored = createMemory<StoredTenant>(input.clock);
  const controlSecret = createMemory<string>(input.clock);

  const readTenant = async (slug: string, db: TenantDatabase): Promise<StoredTenant> => {
    const known = stored.get(slug);
    if (known) return known;
    await assertSchemaServed(db, 'tenant');
    const tenant = await readStoredTenant(db);
    if (tenant?.profile.slug !== slug) throw createTenantNotProvisionedError();
    return stored.keep(slug, tenant);
  };

  return {
    async resolveHost(host) {
      const known = hosts.get(host);
      if (known) return known;
      const site = await (input.deployment === 'shared'
        ? findSharedSite(input, host)
        : findRegionSite(input, host, () =>
            readTenant(input.deployment, input.openDatabase(input.deployment)),
          ));
      return hosts.keep(host, site);
    },
    async openTenant(slug) {
      const db = input.openDatabase(slug);
      const { profile, authSecret } = await readTenant(slug, db);
      const evidence = scopeStorage(input.evidence, slug);
      return { tenant: profile, authSecret, db, writer: input.writerOf(slug), evidence };
    },
    async openControl() {
      if (input.deployment !== 'shared') throw createTenantNotProvisionedError();
      const db = input.openDatabase(CONTROL_NAMESPACE);
      const secret = controlSecret.get('') ?? (await readControlSecret(db));
      if (secret === undefined) throw createTenantNotProvisionedError();
      const writer = input.writerOf(CONTROL_NAMESPACE);
      return { authSecret: controlSecret.keep('', secret), db, writer };
    },
  };
}

async function findSharedSite(input: ResolverInput, host: string): Promise<Site> {
  const match = matchHost(host, input.baseHost);
  if (match.kind === 'oversight' || match.kind === 'platform') return match;
  const label = match.kind === 'label' ? match.label : undefined;
  const slug = await findSlugByHost(input.openDatabase(CONTROL_NAMESPACE), host, label);
  return slug === undefined ? { kind: 'unknown' } : { kind: 'tenant', slug };
}

async function findRegionSite(
  input: ResolverInput,
  host: string,
  read: () => Promise<StoredTenant>,
): Promise<Site> {
  const match = matchHost(host, input.baseHost);
  const slug = input.deployment;
  if (match.kind === 'label' && match.label === slug) return { kind: 'tenant', slug };
  if (match.kind !== 'foreign') return { kind: 'unknown' };
  const { profile } = await read();
  return profile.hosts.includes(host) ? { kind: 'tenant', slug } : { kind: 'unknown' };
}

const MEMORY_LIMIT = 2_000;

/** Keeps values, never promises: one request must not wait for another's I/O. */
function createMemory<Value>(clock: Clock) {
  const entries = new Map<string, { value: Value; until: number }>();
  return {
    get(key: string): Value | undefined {
      const entry = entries.get(key);
      return entry && entry.until > clock.now() ? entry.value : undefined;
    },
    keep(key: string, value: Value): Value {
      if (entries.size >= MEMORY_LIMIT) entries.clear();
      entries.set(key, { value, until: clock.now() + KEPT_MS });
      return value;
    },
  };
}
