import { and, desc, eq, sql } from 'drizzle-orm';
import type { Approval, ApprovalSubjectKind } from '#schema/contracts/approvals.ts';
import { approvals } from '#schema/tables/tenant/approvals.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { currentStep } from './approvals.domain.ts';
import type { Chain } from './approvals.domain.ts';

export type StoredApproval = Approval & { organizationId: string | null };

const columns = {
  id: approvals.id,
  subjectKind: approvals.subjectKind,
  subjectId: approvals.subjectId,
  organizationId: approvals.organizationId,
  contentHash: approvals.contentHash,
  state: approvals.state,
  steps: approvals.steps,
  version: approvals.version,
  createdAt: approvals.createdAt,
};

export async function findApproval(
  db: TenantDatabase,
  id: string,
): Promise<StoredApproval | undefined> {
  const [row] = await db.select(columns).from(approvals).where(eq(approvals.id, id));
  return row;
}

/** All approvals a subject ever went through, the newest first. */
export function listApprovalsOf(
  db: TenantDatabase,
  subject: { kind: ApprovalSubjectKind; id: string },
): Promise<StoredApproval[]> {
  return db
    .select(columns)
    .from(approvals)
    .where(and(eq(approvals.subjectKind, subject.kind), eq(approvals.subjectId, subject.id)))
    .orderBy(desc(approvals.createdAt));
}

export function insertApproval(approval: StoredApproval): Step {
  const row = { ...approval, currentRole: currentStep(approval)?.role ?? null, closedAt: null };
  return { statement: toStatement(build.insert(approvals).values(row)) };
}

/** Moves an approval on; refused as stale when somebody else moved it first. */
export function updateApproval(
  approval: Pick<Approval, 'id' | 'version'>,
  chain: Chain,
  at: number,
): Step {
  const query = build
    .update(approvals)
    .set({
      state: chain.state,
      steps: chain.steps,
      currentRole: currentStep(chain)?.role ?? null,
      closedAt: chain.state === 'open' ? null : at,
      version: sql`${approvals.version} + 1`,
    })
    .where(and(eq(approvals.id, approval.id), eq(approvals.version, approval.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
