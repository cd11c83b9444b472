import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { submissionVersionMoves } from '#schema/tables/tenant/version-moves.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { Submission } from './submissions.repository.ts';

export type VersionMove = typeof submissionVersionMoves.$inferSelect;
type OfTask = { campaignId: string; taskKey: string; target: string };

/** How many filings stand on which earlier version, by task and state; exempt ones concern nobody. */
export function countEarlier(db: TenantDatabase, input: { campaignId: string; target: string }) {
  return db
    .select({
      key: submissions.taskKey,
      versionHash: submissions.versionHash,
      state: submissions.state,
      items: count(),
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.campaignId, input.campaignId),
        ne(submissions.versionHash, input.target),
        ne(submissions.state, 'exempt'),
      ),
    )
    .groupBy(submissions.taskKey, submissions.versionHash, submissions.state);
}

/** Moves that stand, by task. */
export function countMoves(db: TenantDatabase, input: { campaignId: string; target: string }) {
  return db
    .select({ key: submissionVersionMoves.taskKey, items: count() })
    .from(submissionVersionMoves)
    .where(
      and(
        eq(submissionVersionMoves.campaignId, input.campaignId),
        eq(submissionVersionMoves.toHash, input.target),
        isNull(submissionVersionMoves.takenBackAt),
      ),
    )
    .groupBy(submissionVersionMoves.taskKey);
}

export type EarlierKey = readonly [occurrence: string, organizationId: string];

/** The filings of a task on earlier versions, in the order of the index they are found by. */
export function listEarlier(
  db: TenantDatabase,
  input: OfTask & { after?: EarlierKey | undefined; limit: number },
): Promise<Submission[]> {
  const { campaignId, taskKey, occurrence, organizationId } = submissions;
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(campaignId, input.campaignId),
        eq(taskKey, input.taskKey),
        input.after
          ? sql`(${occurrence}, ${organizationId}) > (${input.after[0]}, ${input.after[1]})`
          : undefined,
        ne(submissions.versionHash, input.target),
        ne(submissions.state, 'exempt'),
      ),
    )
    .orderBy(asc(occurrence), asc(organizationId))
    .limit(input.limit);
}

/** Filings of a campaign on earlier versions that hold no answer, in the order of their index. */
export function listNotBegun(
  db: TenantDatabase,
  input: {
    campaignId: string;
    target: string;
    after: Pick<Submission, 'taskKey' | 'occurrence' | 'organizationId'> | undefined;
    limit: number;
  },
): Promise<Submission[]> {
  const { campaignId, taskKey, occurrence, organizationId, answers } = submissions;
  const { after } = input;
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(campaignId, input.campaignId),
        after &&
          sql`(${taskKey}, ${occurrence}, ${organizationId})
            > (${after.taskKey}, ${after.occurrence}, ${after.organizationId})`,
        ne(submissions.versionHash, input.target),
        // Found by its place in the index of tasks, not by its state.
        sql`+${submissions.state} = 'due'`,
        sql`${answers} = '{}'`,
      ),
    )
    .orderBy(asc(taskKey), asc(occurrence), asc(organizationId))
    .limit(input.limit);
}

/** Moves of a task that stand, with the filing as it is now. */
export function listMoves(
  db: TenantDatabase,
  input: OfTask & { after?: string | undefined; limit: number },
) {
  const moves = submissionVersionMoves;
  return db
    .select({ move: moves, filing: submissions })
    .from(moves)
    .innerJoin(submissions, eq(submissions.id, moves.submissionId))
    .where(
      and(
        eq(moves.campaignId, input.campaignId),
        eq(moves.taskKey, input.taskKey),
        eq(moves.toHash, input.target),
        input.after === undefined ? undefined : sql`${moves.submissionId} > ${input.after}`,
        isNull(moves.takenBackAt),
      ),
    )
    .orderBy(asc(moves.submissionId))
    .limit(input.limit);
}

export function insertMove(row: VersionMove): Step {
  return { statement: toStatement(build.insert(submissionVersionMoves).values(row)) };
}

export function takeMoveBack(move: VersionMove, at: number): Step {
  const query = build
    .update(submissionVersionMoves)
    .set({ takenBackAt: at })
    .where(
      and(
        eq(submissionVersionMoves.submissionId, move.submissionId),
        eq(submissionVersionMoves.madeVersion, move.madeVersion),
        isNull(submissionVersionMoves.takenBackAt),
      ),
    );
  return { statement: toStatement(query), expectRows: 1 };
}
