import { and, asc, desc, eq, getTableColumns, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Range } from '#schema/contracts/permission.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { rangeCondition } from '#workers/modules/organizations/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type Submission = typeof submissions.$inferSelect;
/** A filing as a list needs it: without what was filled in and handed in, which may be long. */
export type SubmissionRow = Omit<
  Submission,
  'answers' | 'revisions' | 'deliverables' | 'paper' | 'rollUpReasons'
>;
export type SubmissionUpdate = Partial<Omit<Submission, 'id' | 'version'>>;

const {
  answers: _answers,
  revisions: _revisions,
  deliverables: _deliverables,
  paper: _paper,
  rollUpReasons: _rollUpReasons,
  ...rowColumns
} = getTableColumns(submissions);
export { rowColumns };

export const rangeColumns = {
  organizationId: submissions.organizationId,
  paths: { supervision: submissions.supervisionPath, territory: submissions.territoryPath },
  task: submissions.taskKey,
};

export async function findSubmission(
  db: TenantDatabase,
  id: string,
): Promise<Submission | undefined> {
  const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
  return row;
}

/** Everything of one unit, by due date; undated ones last. */
export function listOfOrganizations(
  db: TenantDatabase,
  organizationIds: readonly string[],
): Promise<Submission[]> {
  return db
    .select()
    .from(submissions)
    .where(inArray(submissions.organizationId, [...organizationIds]))
    .orderBy(sql`${submissions.dueAt} is null`, asc(submissions.dueAt), asc(submissions.taskKey));
}

/** The filings of one unit under one campaign within a range, by due date; undated ones last. */
export function listInCampaign(
  db: TenantDatabase,
  input: { campaignId: string; organizationId: string; range: Range },
): Promise<SubmissionRow[]> {
  return db
    .select(rowColumns)
    .from(submissions)
    .where(
      and(
        eq(submissions.campaignId, input.campaignId),
        eq(submissions.organizationId, input.organizationId),
        rangeCondition(input.range, rangeColumns),
      ),
    )
    .orderBy(sql`${submissions.dueAt} is null`, asc(submissions.dueAt), asc(submissions.taskKey));
}

export type QueueKey = readonly [filedAt: number, id: string];

/** Filings in given states within a range, the longest waiting first. */
export function listInStates(
  db: TenantDatabase,
  input: {
    states: readonly Submission['state'][];
    range: Range;
    office?: string | undefined;
    after?: QueueKey | undefined;
    limit: number;
  },
): Promise<Submission[]> {
  return db
    .select()
    .from(submissions)
    .where(
      and(
        inArray(submissions.state, [...input.states]),
        input.office === undefined ? undefined : eq(submissions.officeKey, input.office),
        rangeCondition(input.range, rangeColumns),
        input.after
          ? sql`(${submissions.filedAt}, ${submissions.id}) > (${input.after[0]}, ${input.after[1]})`
          : undefined,
      ),
    )
    .orderBy(asc(submissions.filedAt), asc(submissions.id))
    .limit(input.limit);
}

/** The same task of the same unit one occurrence earlier: last year's or last quarter's answers. */
export async function findPrevious(
  db: TenantDatabase,
  current: Pick<Submission, 'organizationId' | 'taskKey' | 'id' | 'dueAt'>,
): Promise<Submission | undefined> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.organizationId, current.organizationId),
        eq(submissions.taskKey, current.taskKey),
        ne(submissions.id, current.id),
        eq(submissions.state, 'accepted'),
        current.dueAt === null ? undefined : lt(submissions.dueAt, current.dueAt),
      ),
    )
    .orderBy(desc(submissions.dueAt))
    .limit(1);
  return row;
}

/** Opens filings; one that is open already for the same task, period and unit stays as it is. */
export function openSubmissions(rows: readonly Submission[]): Step[] {
  return rows.map((row) => ({
    statement: toStatement(build.insert(submissions).values(row).onConflictDoNothing()),
  }));
}

/** Changes a filing; refused as stale when somebody else changed it since `version`. */
export function updateSubmission(
  current: Pick<Submission, 'id' | 'version'>,
  update: SubmissionUpdate,
): Step {
  const query = build
    .update(submissions)
    .set({ ...update, version: sql`${submissions.version} + 1` })
    .where(and(eq(submissions.id, current.id), eq(submissions.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** The filings of a campaign that have not arrived yet, for a change of their due date. */
export function listNotArrived(db: TenantDatabase, campaignId: string): Promise<Submission[]> {
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        inArray(submissions.state, ['due', 'draft', 'signing', 'signed']),
      ),
    );
}

/** The filings of a campaign that are exempt for one given reason. */
export function listWithdrawn(
  db: TenantDatabase,
  campaignId: string,
  reason: string,
): Promise<Submission[]> {
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        eq(submissions.state, 'exempt'),
        eq(submissions.exemptionReason, reason),
      ),
    );
}

/** Task, period and unit of everything open in a campaign. */
export function listOpenKeys(db: TenantDatabase, campaignId: string) {
  return db
    .select({
      taskKey: submissions.taskKey,
      occurrence: submissions.occurrence,
      organizationId: submissions.organizationId,
    })
    .from(submissions)
    .where(eq(submissions.campaignId, campaignId));
}
