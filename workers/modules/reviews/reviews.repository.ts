import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { reviews } from '#schema/tables/tenant/reviews.table.ts';
import { deductions } from '#schema/tables/tenant/scoring.table.ts';
import { submissionRevisions, submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import {
  submissionRangeColumns,
  submissionRowColumns,
} from '#workers/modules/submissions/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { spentKey } from './recordable.domain.ts';
import { awaitsRuling } from './rulings.repository.ts';

export type StoredReview = typeof reviews.$inferSelect;

/** Everything that was decided on some filings, the oldest first. */
export function listReviews(
  db: TenantDatabase,
  submissionIds: readonly string[],
): Promise<StoredReview[]> {
  if (submissionIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(reviews)
    .where(inArray(reviews.submissionId, [...submissionIds]))
    .orderBy(reviews.at, reviews.submissionVersion);
}

export function insertReview(review: StoredReview): Step {
  return { statement: toStatement(build.insert(reviews).values(review)) };
}

export type Sibling = { id: string; occurrence: string; versionHash: string; createdAt: number };

/** The other filings of the same task by the same unit: what was returned in another period. */
export function listSiblings(
  db: TenantDatabase,
  current: { id: string; organizationId: string; taskKey: string },
): Promise<Sibling[]> {
  const { id, occurrence, organizationId, taskKey, createdAt, versionHash } = submissions;
  return db
    .select({ id, occurrence, versionHash, createdAt })
    .from(submissions)
    .where(
      and(
        eq(organizationId, current.organizationId),
        eq(taskKey, current.taskKey),
        ne(id, current.id),
      ),
    )
    .orderBy(desc(createdAt))
    .limit(12);
}

/** What was filed with some filings, by content. */
export async function listFiledFiles(
  db: TenantDatabase,
  submissionIds: readonly string[],
): Promise<{ submissionId: string; sha256: string }[]> {
  if (submissionIds.length === 0) return [];
  const { submissionId, evidence } = submissionRevisions;
  const rows = await db
    .select({ submissionId, evidence })
    .from(submissionRevisions)
    .where(inArray(submissionId, [...submissionIds]));
  return rows.flatMap((row) =>
    row.evidence.map(({ sha256 }) => ({ submissionId: row.submissionId, sha256 })),
  );
}

type WaitingFilter = {
  readonly range: Range;
  readonly office?: string | undefined;
  /** Only where two reviewers differ. */
  readonly ruling?: boolean;
};
type QueueKey = readonly [filedAt: number, id: string];

/**
 * What waits for an office (`waitingStates`), by the index of just these: the words are its own, and
 * the `+` keeps the engine from taking the states one by one and sorting them.
 */
const waiting = ({ range, office, ruling }: WaitingFilter) =>
  and(
    sql`+${submissions.state} in ('filed', 'held')`,
    office === undefined ? undefined : eq(submissions.officeKey, office),
    rangeCondition(range, submissionRangeColumns),
    ruling === true ? awaitsRuling : undefined,
  );

/** What waits within a range, the longest waiting first. */
export function listWaiting(
  db: TenantDatabase,
  filter: WaitingFilter & { after?: QueueKey | undefined; limit: number },
) {
  const { after, limit } = filter;
  return db
    .select(submissionRowColumns)
    .from(submissions)
    .where(
      and(
        waiting(filter),
        after && sql`(${submissions.filedAt}, ${submissions.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(submissions.filedAt), asc(submissions.id))
    .limit(limit);
}

/** How much waits within a range. */
export function countWaiting(db: TenantDatabase, filter: WaitingFilter) {
  return db.select({ total: count() }).from(submissions).where(waiting(filter));
}

/** Those of some filings that this person has filed, once at least. */
export async function listFiledBy(
  db: TenantDatabase,
  input: { submissionIds: readonly string[]; personId: string },
): Promise<Set<string>> {
  if (input.submissionIds.length === 0) return new Set();
  const { submissionId, filedBy } = submissionRevisions;
  const rows = await db
    .selectDistinct({ submissionId })
    .from(submissionRevisions)
    .where(and(inArray(submissionId, [...input.submissionIds]), eq(filedBy, input.personId)));
  return new Set(rows.map((row) => row.submissionId));
}

/** What the standing deductions of a unit take from each item, in 1/10,000 point. */
export async function sumStandingDeductions(
  db: TenantDatabase,
  unit: { campaignId: string; organizationId: string },
): Promise<Map<string, number>> {
  const { scorecardKey, criterionKey, amount, campaignId, organizationId, state } = deductions;
  const rows = await db
    .select({ scorecard: scorecardKey, criterion: criterionKey, amount })
    .from(deductions)
    .where(
      and(
        eq(organizationId, unit.organizationId),
        eq(campaignId, unit.campaignId),
        eq(state, 'standing'),
      ),
    );
  const spent = new Map<string, number>();
  for (const row of rows) spent.set(spentKey(row), (spent.get(spentKey(row)) ?? 0) + row.amount);
  return spent;
}
