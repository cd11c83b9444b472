import { and, desc, eq } from 'drizzle-orm';
import { submissionRevisions } from '#schema/tables/tenant/submissions.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type SubmissionRevision = typeof submissionRevisions.$inferSelect;

/** All that was filed for one filing, the newest first. */
export function listRevisions(
  db: TenantDatabase,
  submissionId: string,
): Promise<SubmissionRevision[]> {
  return db
    .select()
    .from(submissionRevisions)
    .where(eq(submissionRevisions.submissionId, submissionId))
    .orderBy(desc(submissionRevisions.revision));
}

export async function findRevision(
  db: TenantDatabase,
  input: { submissionId: string; revision: number },
): Promise<SubmissionRevision | undefined> {
  const [row] = await db
    .select()
    .from(submissionRevisions)
    .where(
      and(
        eq(submissionRevisions.submissionId, input.submissionId),
        eq(submissionRevisions.revision, input.revision),
      ),
    );
  return row;
}

export function insertRevision(revision: SubmissionRevision): Step {
  return { statement: toStatement(build.insert(submissionRevisions).values(revision)) };
}
