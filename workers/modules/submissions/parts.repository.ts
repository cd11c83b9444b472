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

const idsAQuery = 500;

/** Those of the filings of which a department has a part in hand, or has given one back unmerged. */
export async function findHandedOut(
  db: TenantDatabase,
  submissionIds: readonly string[],
): Promise<Set<string>> {
  const { submissionId, state } = submissionParts;
  const found = new Set<string>();
  for (let start = 0; start < submissionIds.length; start += idsAQuery) {
    const ids = submissionIds.slice(start, start + idsAQuery);
    const rows = await db
      .selectDistinct({ submissionId })
      .from(submissionParts)
      .where(and(inArray(submissionId, ids), inArray(state, ['handed', 'submitted'])));
    for (const row of rows) found.add(row.submissionId);
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
