import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { reviewOpinions, reviewRulings } from '#schema/tables/tenant/reviews.table.ts';
import { submissionRevisions, submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import { submissionRangeColumns } from '#workers/modules/submissions/index.ts';
import type { Submission } from '#workers/modules/submissions/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredRuling = typeof reviewRulings.$inferSelect;
type Reading = Pick<TenantDatabase, 'select'>;

const standing = isNull(reviewRulings.withdrawnAt);

/** The ruling that stands for a round of a filing. */
export async function findRuling(
  db: TenantDatabase,
  round: { id: string; revision: number },
): Promise<StoredRuling | undefined> {
  const { submissionId, revision } = reviewRulings;
  const [row] = await db
    .select()
    .from(reviewRulings)
    .where(and(eq(submissionId, round.id), eq(revision, round.revision), standing));
  return row;
}

export function insertRuling(row: StoredRuling): Step {
  return { statement: toStatement(build.insert(reviewRulings).values(row)) };
}

export function withdrawRuling(row: StoredRuling, at: number): Step {
  const query = build
    .update(reviewRulings)
    .set({ withdrawnAt: at })
    .where(and(eq(reviewRulings.id, row.id), standing));
  return { statement: toStatement(query), expectRows: 1, otherwise: 'reviews.no_ruling' };
}

/**
 * A ruling registered or withdrawn is news to who decides: the filing has to wait as it was read, and
 * its version goes on, so that of a ruling and a decision at once the later is refused as stale.
 */
export function raiseWaiting(read: Pick<Submission, 'id' | 'version' | 'revision'>): Step {
  const { id, version, revision, state } = submissions;
  const query = build
    .update(submissions)
    .set({ version: sql`${version} + 1` })
    .where(
      and(
        eq(id, read.id),
        eq(version, read.version),
        eq(revision, read.revision),
        inArray(state, ['filed', 'held']),
      ),
    );
  return { statement: toStatement(query), expectRows: 1 };
}

/** What the first two said, by the index of just these pairs. */
const isPair = sql`${reviewOpinions.ownView} is not null and ${reviewOpinions.state} <> 'withdrawn'
  and coalesce(${reviewOpinions.view}, '') <> 'not-ours'`;

/** The pairs of some filings, and the rulings between them. */
export function pairsQuery(db: Reading, submissionIds: readonly string[]) {
  return db
    .select()
    .from(reviewOpinions)
    .where(and(inArray(reviewOpinions.submissionId, [...submissionIds]), isPair));
}

export function rulingsQuery(db: Reading, submissionIds: readonly string[]) {
  return db
    .select()
    .from(reviewRulings)
    .where(and(inArray(reviewRulings.submissionId, [...submissionIds]), standing));
}

const differs = sql`${reviewOpinions.ownView} is not null and ${reviewOpinions.view} in ('pass', 'mend')
  and ${reviewOpinions.view} <> ${reviewOpinions.ownView}`;
const unruled = sql`not exists (select 1 from ${reviewRulings}
  where ${reviewRulings.submissionId} = ${reviewOpinions.submissionId}
  and ${reviewRulings.revision} = ${reviewOpinions.revision} and ${standing})`;

/** 待裁定, asked of a filing: two differ about what was filed last and no leader has ruled. */
export const awaitsRuling: SQL = sql`exists (select 1 from ${reviewOpinions}
  where ${reviewOpinions.submissionId} = ${submissions.id}
  and ${reviewOpinions.revision} = ${submissions.revision} and ${differs} and ${unruled})`;

type RulingFilter = {
  readonly range: Range;
  readonly personId: string;
  /** Units this person keeps away from, with the own. */
  readonly awayFrom: readonly string[];
};

/** How many differences a person may decide between, found among the few that there are. */
export function countRulingsQuery(db: Reading, filter: RulingFilter) {
  const { personId, awayFrom } = filter;
  return db
    .select({ total: sql<number>`count(*)` })
    .from(reviewOpinions)
    .crossJoin(submissions)
    .where(
      and(
        differs,
        unruled,
        sql`${reviewOpinions.askedBy} <> ${personId}`,
        sql`coalesce(${reviewOpinions.askedOf}, '') <> ${personId}`,
        eq(submissions.id, reviewOpinions.submissionId),
        eq(submissions.revision, reviewOpinions.revision),
        sql`${submissions.state} in ('filed', 'held')`,
        rangeCondition(filter.range, submissionRangeColumns),
        awayFrom.length === 0
          ? undefined
          : sql`${submissions.organizationId} not in ${[...awayFrom]}`,
        sql`not exists (select 1 from ${submissionRevisions}
          where ${submissionRevisions.submissionId} = ${submissions.id}
          and ${submissionRevisions.filedBy} = ${personId})`,
      ),
    );
}

export async function countRulings(db: TenantDatabase, filter: RulingFilter): Promise<number> {
  const [row] = await countRulingsQuery(db, filter);
  return row?.total ?? 0;
}
