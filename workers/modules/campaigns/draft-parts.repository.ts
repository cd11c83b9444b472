import { and, asc, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { campaignDraftParts } from '#schema/tables/tenant/campaigns.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { PartAddress } from './drafts.repository.ts';

export type PartRow = typeof campaignDraftParts.$inferSelect;

export function listParts(db: TenantDatabase, draftId: string): Promise<PartRow[]> {
  return db
    .select()
    .from(campaignDraftParts)
    .where(eq(campaignDraftParts.draftId, draftId))
    .orderBy(asc(campaignDraftParts.kind), asc(campaignDraftParts.position));
}

export async function findPart(
  db: TenantDatabase,
  address: PartAddress,
): Promise<PartRow | undefined> {
  const [row] = await db.select().from(campaignDraftParts).where(isPart(address));
  return row;
}

export async function findLastPosition(
  db: TenantDatabase,
  { draftId, kind }: { draftId: string; kind: CampaignPartKind },
): Promise<number> {
  const [row] = await db
    .select({ last: max(campaignDraftParts.position) })
    .from(campaignDraftParts)
    .where(and(eq(campaignDraftParts.draftId, draftId), eq(campaignDraftParts.kind, kind)));
  return row?.last ?? -1;
}

const CHUNK = 50;

export function insertParts(rows: readonly PartRow[]): Step[] {
  const steps: Step[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    steps.push({ statement: toStatement(build.insert(campaignDraftParts).values(chunk)) });
  }
  return steps;
}

/** Makes room behind a place. */
export function shiftParts(
  { draftId, kind }: { draftId: string; kind: CampaignPartKind },
  behind: number,
): Step {
  const { position } = campaignDraftParts;
  const query = build
    .update(campaignDraftParts)
    .set({ position: sql`${position} + 1` })
    .where(
      and(
        eq(campaignDraftParts.draftId, draftId),
        eq(campaignDraftParts.kind, kind),
        gt(position, behind),
      ),
    );
  return { statement: toStatement(query) };
}

/** Puts parts of one kind where they are to stand. */
export function placeParts(
  { draftId, kind }: { draftId: string; kind: CampaignPartKind },
  places: ReadonlyMap<string, number>,
): Step {
  const map = JSON.stringify(Object.fromEntries(places));
  const { key } = campaignDraftParts;
  const query = build
    .update(campaignDraftParts)
    .set({ position: sql`(select value from json_each(${map}) as place where place.key = ${key})` })
    .where(
      and(
        eq(campaignDraftParts.draftId, draftId),
        eq(campaignDraftParts.kind, kind),
        inArray(key, sql`(select key from json_each(${map}))`),
      ),
    );
  return { statement: toStatement(query) };
}

/** Saves a part over the version that was seen. */
export function updatePart(
  address: PartAddress & { version: number },
  change: Pick<PartRow, 'body' | 'changedAt' | 'changedBy' | 'changedByPost'>,
): Step {
  const query = build
    .update(campaignDraftParts)
    .set({ ...change, version: address.version + 1 })
    .where(and(isPart(address), eq(campaignDraftParts.version, address.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

export function deletePart(address: PartAddress & { version: number }): Step {
  const query = build
    .delete(campaignDraftParts)
    .where(and(isPart(address), eq(campaignDraftParts.version, address.version)));
  return { statement: toStatement(query), expectRows: 1 };
}

function isPart({ draftId, kind, key }: PartAddress) {
  return and(
    eq(campaignDraftParts.draftId, draftId),
    eq(campaignDraftParts.kind, kind),
    eq(campaignDraftParts.key, key),
  );
}
