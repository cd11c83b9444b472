import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { bulletinRecipients, bulletins } from '#schema/tables/tenant/bulletins.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredBulletin = typeof bulletins.$inferSelect;
type BulletinUpdate = Partial<Omit<StoredBulletin, 'id' | 'version' | 'textVersion'>>;
type Seen = Pick<StoredBulletin, 'id' | 'version'> & { textVersion?: number };

export async function findBulletin(
  db: TenantDatabase,
  id: string,
): Promise<StoredBulletin | undefined> {
  const [row] = await db.select().from(bulletins).where(eq(bulletins.id, id));
  return row;
}

export function insertBulletin(row: StoredBulletin): Step {
  return { statement: toStatement(build.insert(bulletins).values(row)) };
}

/** Changes a paper; refused as stale when somebody changed it (or, where told, its text) first. */
export function updateBulletin(seen: Seen, update: BulletinUpdate): Step {
  const { id, version, textVersion } = bulletins;
  const query = build
    .update(bulletins)
    .set({ ...update, version: sql`${version} + 1` })
    .where(
      and(
        eq(id, seen.id),
        eq(version, seen.version),
        seen.textVersion === undefined ? undefined : eq(textVersion, seen.textVersion),
      ),
    );
  return { statement: toStatement(query), expectRows: 1 };
}

/** Every writing moves the text on, while it may be written; who wrote it is kept. */
export function touchText(id: string, by: string, at: number): Step {
  const { writtenBy } = bulletins;
  const query = build
    .update(bulletins)
    .set({
      textVersion: sql`${bulletins.textVersion} + 1`,
      updatedAt: at,
      writtenBy: sql`case when exists (select 1 from json_each(${writtenBy}) where value = ${by})
        then ${writtenBy} else json_insert(${writtenBy}, '$[#]', ${by}) end`,
    })
    .where(and(eq(bulletins.id, id), eq(bulletins.state, 'drafting')));
  return {
    statement: toStatement(query),
    expectRows: 1,
    otherwise: 'bulletins.not_drafting',
  };
}

export type BulletinKey = readonly [number, string];

/** The newest first. */
export function bulletinPageQuery(
  db: Pick<TenantDatabase, 'select'>,
  page: { after?: BulletinKey | undefined; limit: number },
) {
  const { after } = page;
  const { createdAt, id } = bulletins;
  return db
    .select()
    .from(bulletins)
    .where(after && sql`(${createdAt}, ${id}) < (${after[0]}, ${after[1]})`)
    .orderBy(desc(createdAt), desc(id))
    .limit(page.limit);
}

/** How many units each paper went to, and how many signed for it. */
export async function countReceipts(db: TenantDatabase, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { bulletinId, signedForAt } = bulletinRecipients;
  return db
    .select({ id: bulletinId, units: count(), signedFor: count(signedForAt) })
    .from(bulletinRecipients)
    .where(inArray(bulletinId, [...ids]))
    .groupBy(bulletinId);
}

/** Every unit by name and class, in official order: what a text may name. */
export function listUnitNames(db: TenantDatabase) {
  const { id, name, shortName, kind, level, status, order } = organizations;
  return db
    .select({ id, name, shortName, kind, level, status, order })
    .from(organizations)
    .orderBy(asc(order), asc(id));
}
export type NamedUnit = Awaited<ReturnType<typeof listUnitNames>>[number];
