import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { bulletinRecipients, bulletins } from '#schema/tables/tenant/bulletins.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredRecipient = typeof bulletinRecipients.$inferSelect;
type Place = { bulletinId: string; organizationId: string };

const chunk = 100;

/** A unit that has the paper already keeps its receipt. */
export function insertRecipients(rows: readonly StoredRecipient[]): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk);
    const query = build.insert(bulletinRecipients).values(part).onConflictDoNothing();
    steps.push({ statement: toStatement(query) });
  }
  return steps;
}

/** In official order. */
export function listRecipients(db: TenantDatabase, bulletinId: string): Promise<StoredRecipient[]> {
  const { organizationOrder, organizationId } = bulletinRecipients;
  return db
    .select()
    .from(bulletinRecipients)
    .where(eq(bulletinRecipients.bulletinId, bulletinId))
    .orderBy(asc(organizationOrder), asc(organizationId));
}

export async function findRecipient(
  db: TenantDatabase,
  place: Place,
): Promise<StoredRecipient | undefined> {
  const [row] = await db.select().from(bulletinRecipients).where(isPlace(place));
  return row;
}

/** What units received, the newest first. */
export function receivedQuery(
  db: Pick<TenantDatabase, 'select'>,
  organizationIds: readonly string[],
) {
  const { organizationId, sentAt, bulletinId } = bulletinRecipients;
  return db
    .select({ bulletin: bulletins, recipient: bulletinRecipients })
    .from(bulletinRecipients)
    .innerJoin(bulletins, eq(bulletins.id, bulletinId))
    .where(inArray(organizationId, [...organizationIds]))
    .orderBy(desc(sentAt), desc(bulletinId))
    .limit(200);
}

/** 签收, once; repeating it changes nothing. */
export function signForStep(
  place: Place,
  signature: Pick<StoredRecipient, 'signedForAt' | 'signedForBy' | 'signedForByPost'>,
): Step {
  const query = build
    .update(bulletinRecipients)
    .set(signature)
    .where(and(isPlace(place), isNull(bulletinRecipients.signedForAt)));
  return { statement: toStatement(query) };
}

function isPlace(place: Place) {
  const { bulletinId, organizationId } = bulletinRecipients;
  return and(eq(bulletinId, place.bulletinId), eq(organizationId, place.organizationId));
}
