import { and, asc, eq } from 'drizzle-orm';
import { assessments } from '#schema/tables/tenant/scoring.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { ScoredUnit } from './scoring.repository.ts';

export type StoredAssessment = typeof assessments.$inferSelect;

/** What was given and answered on a unit in a campaign, in order. */
export function listAssessments(db: TenantDatabase, unit: ScoredUnit): Promise<StoredAssessment[]> {
  return db
    .select()
    .from(assessments)
    .where(
      and(
        eq(assessments.organizationId, unit.organizationId),
        eq(assessments.campaignId, unit.campaignId),
      ),
    )
    .orderBy(asc(assessments.chainKey), asc(assessments.sequence));
}

/** Two who give the same step at once take the same place: the second is refused. */
export function insertAssessment(row: StoredAssessment): Step {
  return { statement: toStatement(build.insert(assessments).values(row)) };
}
