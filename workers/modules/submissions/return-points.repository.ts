import { and, desc, eq } from 'drizzle-orm';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';
import { reviews } from '#schema/tables/tenant/reviews.table.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';

export type Returned = { round: number; at: number; points: ReturnPoint[] };

/** What the newest return of a filing lists; written by the reviews, read by who mends. */
export async function findReturnOf(
  db: TenantDatabase,
  submissionId: string,
): Promise<Returned | undefined> {
  const [row] = await db
    .select({ round: reviews.round, at: reviews.at, points: reviews.points })
    .from(reviews)
    .where(and(eq(reviews.submissionId, submissionId), eq(reviews.decision, 'return')))
    .orderBy(desc(reviews.at))
    .limit(1);
  return row;
}
