import { eq, sql } from 'drizzle-orm';
import type { PublicTenant, TenantProfile, TenantStatus } from '#schema/contracts/tenants.ts';
import { controlSecrets, tenantHosts, tenants } from '#schema/tables/control/tenants.table.ts';
import { tenantProfile, tenantSecrets } from '#schema/tables/tenant/tenant-profile.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type {
  ControlDatabase,
  TenantDatabase,
} from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

const AUTH_SECRET = 'auth';
const PROFILE_ID = 1;

export type StoredTenant = { readonly profile: TenantProfile; readonly authSecret: string };

/** The tenant of this database; nothing when it was never provisioned. */
export async function readStoredTenant(db: TenantDatabase): Promise<StoredTenant | undefined> {
  const [row] = await db
    .select({ profile: tenantProfile, authSecret: tenantSecrets.value })
    .from(tenantProfile)
    .innerJoin(tenantSecrets, eq(tenantSecrets.name, AUTH_SECRET))
    .where(eq(tenantProfile.id, PROFILE_ID));
  if (!row) return undefined;
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...profile } = row.profile;
  return { profile, authSecret: row.authSecret };
}

/** The slug a host belongs to, by its label under the base or by a host name of its own. */
export async function findSlugByHost(
  db: ControlDatabase,
  host: string,
  label: string | undefined,
): Promise<string | undefined> {
  if (label !== undefined) {
    const [known] = await db
      .select({ slug: tenants.slug })
      .from(tenants)
      .where(eq(tenants.slug, label));
    return known?.slug;
  }
  const [known] = await db
    .select({ slug: tenantHosts.slug })
    .from(tenantHosts)
    .where(eq(tenantHosts.host, host));
  return known?.slug;
}

export async function readControlSecret(db: ControlDatabase): Promise<string | undefined> {
  const [row] = await db
    .select({ value: controlSecrets.value })
    .from(controlSecrets)
    .where(eq(controlSecrets.name, AUTH_SECRET));
  return row?.value;
}

/** All tenants, in official order, as control mirrors them. */
export function listMirroredTenants(db: ControlDatabase): Promise<MirroredTenant[]> {
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...columns } = mirrorColumns;
  return db.select(columns).from(tenants).orderBy(tenants.order, tenants.slug);
}

const mirrorColumns = {
  slug: tenants.slug,
  level: tenants.level,
  divisionCode: tenants.divisionCode,
  order: tenants.order,
  names: tenants.names,
  status: tenants.status,
  plugin: tenants.plugin,
  demo: tenants.demo,
  createdAt: tenants.createdAt,
  updatedAt: tenants.updatedAt,
};

export type MirroredTenant = Pick<PublicTenant, 'level' | 'divisionCode' | 'names' | 'demo'> &
  Pick<TenantProfile, 'slug' | 'order' | 'status' | 'plugin'>;

export function insertProfile(profile: TenantProfile, authSecret: string, at: number): Step[] {
  const row = { ...profile, id: PROFILE_ID, createdAt: at, updatedAt: at };
  const secret = { name: AUTH_SECRET, value: authSecret, createdAt: at };
  return [
    { statement: toStatement(build.insert(tenantProfile).values(row)) },
    { statement: toStatement(build.insert(tenantSecrets).values(secret)) },
  ];
}

export function insertControlSecret(authSecret: string, at: number): Step {
  const row = { name: AUTH_SECRET, value: authSecret, createdAt: at };
  return { statement: toStatement(build.insert(controlSecrets).values(row)) };
}

export function updateStatus(
  profile: TenantProfile,
  change: { status: TenantStatus; reason: string | null; at: number },
): Step {
  const query = build
    .update(tenantProfile)
    .set({
      status: change.status,
      statusReason: change.reason,
      updatedAt: change.at,
      version: profile.version + 1,
    })
    .where(
      sql`${tenantProfile.id} = ${PROFILE_ID} and ${tenantProfile.version} = ${profile.version}`,
    );
  return { statement: toStatement(query), expectRows: 1 };
}

/** Brings control's mirror of one tenant up to date. */
export function mirrorTenant(profile: TenantProfile, at: number): Step[] {
  const { slug, level, divisionCode, order, names, status, plugin, demo } = profile;
  const mirrored = { level, divisionCode, order, names, status, plugin, demo, updatedAt: at };
  const upsert = build
    .insert(tenants)
    .values({ slug, ...mirrored, createdAt: at })
    .onConflictDoUpdate({ target: tenants.slug, set: mirrored });
  const forget = build.delete(tenantHosts).where(eq(tenantHosts.slug, slug));
  const hosts = profile.hosts.map((host) => build.insert(tenantHosts).values({ host, slug }));
  return [upsert, forget, ...hosts].map((query) => ({ statement: toStatement(query) }));
}
