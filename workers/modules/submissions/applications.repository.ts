import { and, desc, eq, sql } from 'drizzle-orm';
import { submissionApplications } from '#schema/tables/tenant/submissions.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredApplication = typeof submissionApplications.$inferSelect;

/** What was asked for one filing, the newest first. */
export function listApplications(
  db: TenantDatabase,
  submissionId: string,
): Promise<StoredApplication[]> {
  const { submissionId: of, askedAt, id } = submissionApplications;
  return db
    .select()
    .from(submissionApplications)
    .where(eq(of, submissionId))
    .orderBy(desc(askedAt), desc(id));
}

export function insertApplication(application: StoredApplication): Step {
  return { statement: toStatement(build.insert(submissionApplications).values(application)) };
}

/** Decides what is still asked; refused as stale when somebody else has decided it. */
export function decideStored(
  id: string,
  decision: Pick<
    StoredApplication,
    'state' | 'answer' | 'decidedBy' | 'decidedByPost' | 'decidedAt'
  >,
): Step {
  const query = build
    .update(submissionApplications)
    .set(decision)
    .where(and(eq(submissionApplications.id, id), sql`${submissionApplications.state} = 'asked'`));
  return { statement: toStatement(query), expectRows: 1 };
}
