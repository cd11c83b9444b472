import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '#schema/tables/identity.table.ts';
import { scoreFacts } from '#schema/tables/tenant/scoring.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredScoreFact = typeof scoreFacts.$inferSelect;

export async function findScoreFact(
  db: TenantDatabase,
  id: string,
): Promise<StoredScoreFact | undefined> {
  const [row] = await db.select().from(scoreFacts).where(eq(scoreFacts.id, id));
  return row;
}

/** All records on these units in a campaign, withdrawn ones too, in the order they were recorded. */
export function listScoreFacts(
  db: TenantDatabase,
  { campaignId, organizationIds }: { campaignId: string; organizationIds: readonly string[] },
): Promise<StoredScoreFact[]> {
  return db
    .select()
    .from(scoreFacts)
    .where(
      and(
        inArray(scoreFacts.organizationId, [...organizationIds]),
        eq(scoreFacts.campaignId, campaignId),
      ),
    )
    .orderBy(asc(scoreFacts.recordedAt), asc(scoreFacts.id));
}

export function insertScoreFact(row: StoredScoreFact): Step {
  return { statement: toStatement(build.insert(scoreFacts).values(row)) };
}

type FactUpdate = Partial<
  Pick<
    StoredScoreFact,
    'state' | 'confirmedBy' | 'confirmedByPost' | 'confirmedAt' | 'withdrawnReason'
  >
>;

/** Changes a record; refused as stale when somebody else changed it since `version`. */
export function updateScoreFact(
  current: Pick<StoredScoreFact, 'id' | 'version'>,
  update: FactUpdate,
): Step {
  const query = build
    .update(scoreFacts)
    .set({ ...update, version: sql`${scoreFacts.version} + 1` })
    .where(and(eq(scoreFacts.id, current.id), eq(scoreFacts.version, current.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** Whether any account in use bears this very post. */
export async function isPostHeld(db: TenantDatabase, post: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.post, post), isNull(people.disabledAt)))
    .limit(1);
  return rows.length > 0;
}
