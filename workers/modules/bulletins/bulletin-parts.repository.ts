import { and, asc, eq, sql } from 'drizzle-orm';
import { bulletinParts } from '#schema/tables/tenant/bulletins.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredPart = typeof bulletinParts.$inferSelect;
type Place = { bulletinId: string; key: string };

export function listParts(db: TenantDatabase, bulletinId: string): Promise<StoredPart[]> {
  return db
    .select()
    .from(bulletinParts)
    .where(eq(bulletinParts.bulletinId, bulletinId))
    .orderBy(asc(bulletinParts.position), asc(bulletinParts.key));
}

export async function findPart(db: TenantDatabase, place: Place): Promise<StoredPart | undefined> {
  const [row] = await db.select().from(bulletinParts).where(isPart(place));
  return row;
}

export function insertParts(rows: readonly StoredPart[]): Step[] {
  return rows.map((row) => ({ statement: toStatement(build.insert(bulletinParts).values(row)) }));
}

/** Where a part stands that follows another; without one, before all. */
function placeAfter(bulletinId: string, after: string | undefined) {
  return sql<number>`coalesce((select position from bulletin_parts
    where bulletin_id = ${bulletinId} and key = ${after ?? ''}), -1)`;
}

/** Makes room behind a part; worked out in the commit, so that two at once both find theirs. */
function shiftBehind(bulletinId: string, after: string | undefined): Step {
  const query = build
    .update(bulletinParts)
    .set({ position: sql`position + 1` })
    .where(
      and(
        eq(bulletinParts.bulletinId, bulletinId),
        sql`position > ${placeAfter(bulletinId, after)}`,
      ),
    );
  return { statement: toStatement(query) };
}

export function insertPartAfter(row: Omit<StoredPart, 'position'>, after: string | undefined) {
  const position = sql<number>`${placeAfter(row.bulletinId, after)} + 1`;
  const insert = build.insert(bulletinParts).values({ ...row, position });
  return [shiftBehind(row.bulletinId, after), { statement: toStatement(insert) }];
}

/** Another place for a part; its words and their version stay. */
export function movePartAfter(place: Place, after: string | undefined): Step[] {
  const query = build
    .update(bulletinParts)
    .set({ position: sql`${placeAfter(place.bulletinId, after)} + 1` })
    .where(isPart(place));
  return [
    shiftBehind(place.bulletinId, after),
    {
      statement: toStatement(query),
      expectRows: 1,
      otherwise: 'bulletins.part_not_found',
    },
  ];
}

/** Saves a part over the version that was seen. */
export function updatePart(
  place: Place & { version: number },
  change: Pick<StoredPart, 'body' | 'changedAt' | 'changedByPost'>,
): Step {
  const query = build
    .update(bulletinParts)
    .set({ ...change, version: place.version + 1 })
    .where(and(isPart(place), eq(bulletinParts.version, place.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export function deletePart(place: Place & { version: number }): Step {
  const query = build
    .delete(bulletinParts)
    .where(and(isPart(place), eq(bulletinParts.version, place.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

function isPart({ bulletinId, key }: Place) {
  return and(eq(bulletinParts.bulletinId, bulletinId), eq(bulletinParts.key, key));
}
