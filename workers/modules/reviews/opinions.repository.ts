import { and, asc, eq, sql } from 'drizzle-orm';
import { reviewOpinions } from '#schema/tables/tenant/reviews.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredOpinion = typeof reviewOpinions.$inferSelect;
type Reading = Pick<TenantDatabase, 'select'>;

export function opinionsQuery(db: Reading, submissionId: string) {
  return db
    .select()
    .from(reviewOpinions)
    .where(eq(reviewOpinions.submissionId, submissionId))
    .orderBy(asc(reviewOpinions.askedAt), asc(reviewOpinions.id));
}

const mostAsked = 200;

/** What one person is asked and has not answered, the oldest first. */
export function askedOfQuery(db: Reading, personId: string) {
  return db
    .select()
    .from(reviewOpinions)
    .where(and(eq(reviewOpinions.askedOf, personId), eq(reviewOpinions.state, 'asked')))
    .orderBy(asc(reviewOpinions.askedAt), asc(reviewOpinions.id))
    .limit(mostAsked);
}

/** What is still asked of one person is asked of another. */
export function moveAsked(fromId: string, to: { toId: string; toPost: string }): Step {
  const { askedOf, state, version } = reviewOpinions;
  const query = build
    .update(reviewOpinions)
    .set({ askedOf: to.toId, askedPost: to.toPost, version: sql`${version} + 1` })
    .where(and(eq(askedOf, fromId), eq(state, 'asked')));
  return { statement: toStatement(query) };
}

export async function findOpinion(
  db: TenantDatabase,
  id: string,
): Promise<StoredOpinion | undefined> {
  const [row] = await db.select().from(reviewOpinions).where(eq(reviewOpinions.id, id));
  return row;
}

export function insertOpinion(row: StoredOpinion): Step {
  return { statement: toStatement(build.insert(reviewOpinions).values(row)) };
}

/** Closes what was asked; refused as stale when it was answered or withdrawn in between. */
export function closeOpinion(
  current: Pick<StoredOpinion, 'id' | 'version'>,
  change: Partial<StoredOpinion>,
): Step {
  const query = build
    .update(reviewOpinions)
    .set({ ...change, version: sql`${reviewOpinions.version} + 1` })
    .where(and(eq(reviewOpinions.id, current.id), eq(reviewOpinions.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
