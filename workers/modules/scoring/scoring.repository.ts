import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { deductions } from '#schema/tables/tenant/scoring.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredDeduction = typeof deductions.$inferSelect;

export type ScoredUnit = { readonly campaignId: string; readonly organizationId: string };

/** What these units owe or have filed in a campaign, as far as it is scored. */
export function listScoredFilings(
  db: TenantDatabase,
  { campaignId, organizationIds }: { campaignId: string; organizationIds: readonly string[] },
) {
  const { id, organizationId, taskKey, occurrence, state, dueOn, dueAt, firstFiledAt } =
    submissions;
  return db
    .select({ id, organizationId, taskKey, occurrence, state, dueOn, dueAt, firstFiledAt })
    .from(submissions)
    .where(
      and(
        inArray(submissions.organizationId, [...organizationIds]),
        eq(submissions.campaignId, campaignId),
      ),
    )
    .orderBy(asc(dueAt), asc(id));
}

/** Units that a campaign asks for filings, in the order of their ids. */
export async function listAskedUnits(
  db: TenantDatabase,
  { campaignId, after, limit }: { campaignId: string; after?: string | undefined; limit?: number },
): Promise<string[]> {
  const { organizationId } = submissions;
  const query = db
    .selectDistinct({ organizationId })
    .from(submissions)
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        after === undefined ? undefined : gt(organizationId, after),
      ),
    )
    .orderBy(asc(organizationId));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map((row) => row.organizationId);
}

export async function findDeduction(
  db: TenantDatabase,
  id: string,
): Promise<StoredDeduction | undefined> {
  const [row] = await db.select().from(deductions).where(eq(deductions.id, id));
  return row;
}

/** All deductions of units in a campaign, withdrawn ones too, in the order they were recorded. */
export function listDeductions(
  db: TenantDatabase,
  { campaignId, organizationIds }: { campaignId: string; organizationIds: readonly string[] },
): Promise<StoredDeduction[]> {
  return db
    .select()
    .from(deductions)
    .where(
      and(
        inArray(deductions.organizationId, [...organizationIds]),
        eq(deductions.campaignId, campaignId),
      ),
    )
    .orderBy(asc(deductions.recordedAt), asc(deductions.id));
}

/**
 * Records a deduction unless the standing ones of the item and this one together would take more
 * than `limit`: two recorders at once cannot overdraw it.
 */
export function insertDeduction(row: StoredDeduction, limit: number): Step {
  const spent = sql`(select coalesce(sum(amount), 0) from deductions
    where organization_id = ${row.organizationId} and campaign_id = ${row.campaignId}
      and scorecard_key = ${row.scorecardKey} and criterion_key = ${row.criterionKey}
      and state = 'standing')`;
  const statement = toStatement(sql`insert into deductions
    (id, campaign_id, organization_id, scorecard_key, criterion_key, amount, reason, submission_id,
      recorded_by, recorded_by_post, recorded_at, state, withdrawn_reason, version,
      remedy)
    select ${row.id}, ${row.campaignId}, ${row.organizationId}, ${row.scorecardKey},
      ${row.criterionKey}, ${row.amount}, ${row.reason}, ${row.submissionId}, ${row.recordedBy},
      ${row.recordedByPost}, ${row.recordedAt}, ${row.state}, ${row.withdrawnReason}, ${row.version},
      ${row.remedy}
    where ${spent} + ${row.amount} <= ${limit}`);
  return { statement, expectRows: 1, otherwise: 'scoring.nothing_left' };
}

/** Takes a deduction back; refused as stale when somebody else changed it since `version`. */
export function withdrawDeductionRow(
  current: Pick<StoredDeduction, 'id' | 'version'>,
  reason: string,
): Step {
  const query = build
    .update(deductions)
    .set({
      state: 'withdrawn',
      withdrawnReason: reason,
      version: sql`${deductions.version} + 1`,
    })
    .where(and(eq(deductions.id, current.id), eq(deductions.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
