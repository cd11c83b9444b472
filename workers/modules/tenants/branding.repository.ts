import { desc, eq, sql } from 'drizzle-orm';
import type { BrandingChange } from '#schema/contracts/tenant-branding.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { brandingChanges, emblems } from '#schema/tables/tenant/tenant-branding.table.ts';
import { tenantProfile } from '#schema/tables/tenant/tenant-profile.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

const PROFILE_ID = 1;
const SHOWN = 100;

export type StoredChange = typeof brandingChanges.$inferSelect;
export type StoredEmblemRow = typeof emblems.$inferSelect;

/** Looks, words and footer as they stand now, past every memory of the process. */
export async function readLooks(
  db: TenantDatabase,
): Promise<Pick<TenantProfile, 'branding' | 'words' | 'footer' | 'version'> | undefined> {
  const { branding, words, footer, version, id } = tenantProfile;
  const [row] = await db
    .select({ branding, words, footer, version })
    .from(tenantProfile)
    .where(eq(id, PROFILE_ID));
  return row;
}

export async function listBrandingChanges(db: TenantDatabase): Promise<BrandingChange[]> {
  const { number, site, changedAt: at, changedByPost: post, restored } = brandingChanges;
  return db
    .select({ number, site, at, post, restored })
    .from(brandingChanges)
    .orderBy(desc(number))
    .limit(SHOWN);
}

export async function findBrandingChange(
  db: TenantDatabase,
  number: number,
): Promise<StoredChange | undefined> {
  const [row] = await db.select().from(brandingChanges).where(eq(brandingChanges.number, number));
  return row;
}

/** A state of the site put on record; what was there before the first change is put down once. */
export function insertBrandingChange(change: StoredChange): Step {
  const query = build.insert(brandingChanges).values(change);
  return { statement: toStatement(change.number === 0 ? query.onConflictDoNothing() : query) };
}

export function updateLooks(
  seenVersion: number,
  change: Pick<TenantProfile, 'branding' | 'words' | 'footer'> & { at: number },
): Step {
  const { at: updatedAt, ...looks } = change;
  const query = build
    .update(tenantProfile)
    .set({ ...looks, updatedAt, version: seenVersion + 1 })
    .where(sql`${tenantProfile.id} = ${PROFILE_ID} and ${tenantProfile.version} = ${seenVersion}`);
  return { statement: toStatement(query), expectRows: 1 };
}

export async function findEmblem(
  db: TenantDatabase,
  hash: string,
): Promise<StoredEmblemRow | undefined> {
  const [row] = await db.select().from(emblems).where(eq(emblems.hash, hash));
  return row;
}

export function insertEmblem(emblem: StoredEmblemRow): Step {
  return { statement: toStatement(build.insert(emblems).values(emblem).onConflictDoNothing()) };
}
