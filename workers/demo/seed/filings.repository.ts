import { and, eq } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { approvals } from '#schema/tables/tenant/approvals.table.ts';
import { evidence, evidenceLinks } from '#schema/tables/tenant/evidence.table.ts';
import { reviews } from '#schema/tables/tenant/reviews.table.ts';
import { deductions } from '#schema/tables/tenant/scoring.table.ts';
import { submissionRevisions, submissions } from '#schema/tables/tenant/submissions.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type SubmissionUpdate = Partial<typeof submissions.$inferInsert> & { version: number };

/** Rows of a past half-year, table by table. */
export type HistoryRows = {
  approvals: (typeof approvals.$inferInsert)[];
  revisions: (typeof submissionRevisions.$inferInsert)[];
  reviews: (typeof reviews.$inferInsert)[];
  links: (typeof evidenceLinks.$inferInsert)[];
  deductions: (typeof deductions.$inferInsert)[];
};

export type OpenedRow = Awaited<ReturnType<typeof readOpened>>[number];

/** The filings of a campaign that nobody has touched since they were opened. */
export function readOpened(db: TenantDatabase, campaignId: string) {
  return db
    .select({
      id: submissions.id,
      taskKey: submissions.taskKey,
      occurrence: submissions.occurrence,
      organizationId: submissions.organizationId,
      officeKey: submissions.officeKey,
      versionHash: submissions.versionHash,
      dueOn: submissions.dueOn,
      dueAt: submissions.dueAt,
      version: submissions.version,
      createdAt: submissions.createdAt,
    })
    .from(submissions)
    .where(eq(submissions.campaignId, campaignId));
}

/**
 * Refused when somebody has touched the filing: a demo never overwrites what a person did. What
 * arrived is written as of its arrival first, so that past moments count it from then on.
 */
export function writeCourse(id: string, update: SubmissionUpdate): Step[] {
  const untouched = and(eq(submissions.id, id), eq(submissions.version, 1));
  const set = (change: Partial<SubmissionUpdate>): Step => {
    const query = build.update(submissions).set(change).where(untouched);
    return { statement: toStatement(query), expectRows: 1 };
  };
  const { firstFiledAt } = update;
  const arrival = { state: 'filed', firstFiledAt, updatedAt: firstFiledAt ?? 0 } as const;
  return firstFiledAt ? [set(arrival), set(update)] : [set(update)];
}

export function insertHistory(rows: HistoryRows): Step[] {
  return [
    ...insertAll(approvals, rows.approvals),
    ...insertAll(submissionRevisions, rows.revisions),
    ...insertAll(reviews, rows.reviews),
    ...insertAll(evidenceLinks, rows.links),
    ...insertAll(deductions, rows.deductions),
  ];
}

export type EvidenceRow = typeof evidence.$inferInsert;

export function insertEvidence(rows: EvidenceRow[]): Step[] {
  return insertAll(evidence, rows);
}

/** The papers of the demo by unit. */
export function readEvidence(db: TenantDatabase, name: string): Promise<EvidenceRow[]> {
  return db.select().from(evidence).where(eq(evidence.name, name));
}

function insertAll<Table extends SQLiteTable>(table: Table, rows: Table['$inferInsert'][]): Step[] {
  if (rows.length === 0) return [];
  return [{ statement: toStatement(build.insert(table).values(rows)) }];
}
