import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { campaignDrafts } from '#schema/tables/tenant/campaigns.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type DraftRow = typeof campaignDrafts.$inferSelect;
export type DraftUpdate = Partial<
  Pick<DraftRow, 'state' | 'approvalId' | 'contentHash' | 'issue' | 'updatedAt' | 'title' | 'year'>
>;
/** A part is found by its draft, kind and key. */
export type PartAddress = { draftId: string; kind: CampaignPartKind; key: string };

export async function findDraft(db: TenantDatabase, id: string): Promise<DraftRow | undefined> {
  const [row] = await db.select().from(campaignDrafts).where(eq(campaignDrafts.id, id));
  return row;
}

/** Drafts that were not discarded, the newest work first. */
export function listDrafts(db: TenantDatabase, limit: number): Promise<DraftRow[]> {
  return db
    .select()
    .from(campaignDrafts)
    .where(ne(campaignDrafts.state, 'discarded'))
    .orderBy(desc(campaignDrafts.updatedAt))
    .limit(limit);
}

export function insertDraft(row: DraftRow): Step {
  return { statement: toStatement(build.insert(campaignDrafts).values(row)) };
}

/** Moves a draft on; refused as stale when anything of it changed since it was read. */
export function updateDraft(draft: Pick<DraftRow, 'id' | 'version'>, update: DraftUpdate): Step {
  const query = build
    .update(campaignDrafts)
    .set({ ...update, version: draft.version + 1 })
    .where(and(eq(campaignDrafts.id, draft.id), eq(campaignDrafts.version, draft.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

/**
 * Counts a change of one part on its draft, whichever version that is at: two parts are saved side
 * by side, but none while the draft is being signed.
 */
export function touchDraft(
  draftId: string,
  facts: { updatedAt: number; title?: string; year?: number },
): Step {
  const query = build
    .update(campaignDrafts)
    .set({ ...facts, version: sql`${campaignDrafts.version} + 1` })
    .where(and(eq(campaignDrafts.id, draftId), eq(campaignDrafts.state, 'drafting')));
  return {
    statement: toStatement(query),
    expectRows: 1,
    otherwise: 'campaigns.draft_in_approval',
  };
}

/** Never holds. A repeated request gets its first answer before it comes to this. */
export function refuseWith(code: string): Step {
  const query = build
    .update(campaignDrafts)
    .set({ version: sql`${campaignDrafts.version}` })
    .where(sql`1 = 0`);
  return { statement: toStatement(query), expectRows: 1, otherwise: code };
}
