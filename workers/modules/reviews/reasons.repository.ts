import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { cannedReasons } from '#schema/tables/tenant/reviews.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

const recentShown = 6;
const { personId: owner, reason: words, position, usedAt } = cannedReasons;

/** A reviewer's own reasons in her own order. */
export async function listOwnReasons(db: TenantDatabase, personId: string): Promise<string[]> {
  const rows = await db
    .select({ reason: words })
    .from(cannedReasons)
    .where(and(eq(owner, personId), isNotNull(position)))
    .orderBy(asc(position));
  return rows.map(({ reason }) => reason);
}

/** What she wrote last and does not keep in her list. */
export async function listRecentReasons(db: TenantDatabase, personId: string): Promise<string[]> {
  const rows = await db
    .select({ reason: words })
    .from(cannedReasons)
    .where(and(eq(owner, personId), isNull(position)))
    .orderBy(desc(usedAt), words)
    .limit(recentShown);
  return rows.map(({ reason }) => reason);
}

export function rememberReasons(input: {
  personId: string;
  reasons: readonly string[];
  at: number;
}): Step[] {
  const { personId, at } = input;
  const rows = [...new Set(input.reasons)].map((reason) => ({ personId, reason, usedAt: at }));
  if (rows.length === 0) return [];
  const query = build
    .insert(cannedReasons)
    .values(rows)
    .onConflictDoUpdate({ target: [owner, words], set: { usedAt: at } });
  return [{ statement: toStatement(query) }];
}

/** Her list becomes exactly this one, in this order. */
export function replaceOwnReasons(input: {
  personId: string;
  reasons: readonly string[];
  at: number;
}): Step[] {
  const { personId, at } = input;
  const emptied = build.delete(cannedReasons).where(and(eq(owner, personId), isNotNull(position)));
  const put = input.reasons.map((reason, place) =>
    build
      .insert(cannedReasons)
      .values({ personId, reason, usedAt: at, position: place })
      .onConflictDoUpdate({ target: [owner, words], set: { position: place } }),
  );
  return [emptied, ...put].map((query) => ({ statement: toStatement(query) }));
}
