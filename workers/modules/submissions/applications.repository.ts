import { and, desc, eq, inArray, sql } from 'drizzle-orm';
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

/** What is asked for some filings and not decided, by filing. */
export async function listAsked(
  db: TenantDatabase,
  submissionIds: readonly string[],
): Promise<Map<string, StoredApplication['kind']>> {
  if (submissionIds.length === 0) return new Map();
  const { submissionId, kind, state } = submissionApplications;
  const rows = await db
    .select({ submissionId, kind })
    .from(submissionApplications)
    .where(and(inArray(submissionId, [...submissionIds]), sql`${state} = 'asked'`));
  return new Map(rows.map((row) => [row.submissionId, row.kind]));
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
