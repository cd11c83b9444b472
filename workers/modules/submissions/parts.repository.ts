import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { submissionParts } from '#schema/tables/tenant/submission-parts.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { StoredPart } from './parts.domain.ts';

export function listParts(db: TenantDatabase, submissionId: string): Promise<StoredPart[]> {
  return db
    .select()
    .from(submissionParts)
    .where(eq(submissionParts.submissionId, submissionId))
    .orderBy(asc(submissionParts.handedAt), asc(submissionParts.id));
}

export async function findPart(db: TenantDatabase, id: string): Promise<StoredPart | undefined> {
  const [row] = await db.select().from(submissionParts).where(eq(submissionParts.id, id));
  return row;
}

export async function findPartByToken(
  db: TenantDatabase,
  tokenHash: string,
): Promise<StoredPart | undefined> {
  const [row] = await db
    .select()
    .from(submissionParts)
    .where(eq(submissionParts.tokenHash, tokenHash));
  return row;
}

/** The departments that have something of each of these filings in hand. */
export async function departmentsOf(
  db: TenantDatabase,
  submissionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (submissionIds.length === 0) return found;
  const { submissionId, department, state, handedAt } = submissionParts;
  const rows = await db
    .select({ submissionId, department })
    .from(submissionParts)
    .where(and(inArray(submissionId, [...submissionIds]), eq(state, 'handed')))
    .orderBy(asc(handedAt));
  for (const row of rows) {
    const known = found.get(row.submissionId) ?? [];
    if (!known.includes(row.department)) found.set(row.submissionId, [...known, row.department]);
  }
  return found;
}

export function insertPart(row: StoredPart): Step {
  return { statement: toStatement(build.insert(submissionParts).values(row)) };
}

export type PartUpdate = Partial<
  Pick<
    StoredPart,
    | 'state'
    | 'answers'
    | 'savedAt'
    | 'submittedAt'
    | 'submittedByPost'
    | 'closedAt'
    | 'closedByPost'
  >
>;

/** Changes a part; refused as stale when another hand changed it since `version`. */
export function updatePart(part: Pick<StoredPart, 'id' | 'version'>, update: PartUpdate): Step {
  const query = build
    .update(submissionParts)
    .set({ ...update, version: sql`${submissionParts.version} + 1` })
    .where(and(eq(submissionParts.id, part.id), eq(submissionParts.version, part.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
